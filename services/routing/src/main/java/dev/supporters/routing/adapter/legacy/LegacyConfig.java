package dev.supporters.routing.adapter.legacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the legacy system is. */
@ConfigMapping(prefix = "supporters.legacy")
interface LegacyConfig {

    @WithDefault("http://127.0.0.1:8190")
    String url();

    /** The secret that we share with it. */
    String token();
}
