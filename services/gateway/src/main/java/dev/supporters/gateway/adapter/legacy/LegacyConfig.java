package dev.supporters.gateway.adapter.legacy;

import io.smallrye.config.ConfigMapping;

/** Where the legacy system is, and the secret that we and it show each other. There is no default secret. */
@ConfigMapping(prefix = "supporters.legacy")
public interface LegacyConfig {

    String url();

    String token();

    default String bearer() {
        return "Bearer " + token();
    }
}
