package dev.supporters.gateway.adapter.legacy;

import io.smallrye.config.ConfigMapping;

/** Where the legacy system is, and the secret that we share with it. There is no default secret. */
@ConfigMapping(prefix = "supporters.legacy")
public interface LegacyApiConfig {

    String url();

    String token();
}
