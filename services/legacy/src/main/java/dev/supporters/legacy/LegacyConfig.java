package dev.supporters.legacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.Optional;

/** Settings of the stand-in. */
@ConfigMapping(prefix = "supporters.legacy")
public interface LegacyConfig {

    /** The secret that callers and we share. There is no default. */
    String token();

    /** A second one that callers may show, while the secret is being changed. */
    Optional<String> otherToken();

    /** After this time, by the clock, a call that nobody took is unserved. */
    @WithDefault("30m")
    Duration unservedAfter();

    /** Pause in real time between two attempts to report to the gateway. */
    @WithDefault("1s")
    Duration reportPause();
}
