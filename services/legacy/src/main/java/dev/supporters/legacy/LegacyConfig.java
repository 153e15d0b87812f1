package dev.supporters.legacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** What may be turned. */
@ConfigMapping(prefix = "supporters.legacy")
public interface LegacyConfig {

    /** The secret that callers and we show each other. There is no default. */
    String token();

    /** A call that nobody took for so long, by the clock, has found no driver. */
    @WithDefault("30m")
    Duration unservedAfter();

    /** Pause in real time between two attempts to tell the gateway what it did not take. */
    @WithDefault("1s")
    Duration reportPause();
}
