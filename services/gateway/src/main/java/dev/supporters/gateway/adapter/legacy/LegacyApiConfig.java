package dev.supporters.gateway.adapter.legacy;

import io.smallrye.config.ConfigMapping;

import java.util.Optional;

/**
 * Where the legacy system is, and the secret that we share with it. There is no default secret. A second one that is let in, too, makes it
 * possible to change the secret while both sides run.
 */
@ConfigMapping(prefix = "supporters.legacy")
public interface LegacyApiConfig {

    String url();

    /** What we show the legacy system; it is let in with it, too. */
    String token();

    /** With what the legacy system is let in beside that. */
    Optional<String> otherToken();
}
