package dev.supporters.commander;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** The settings. All durations are real time, also when the clock runs faster. */
@ConfigMapping(prefix = "supporters.commander")
public interface CommanderConfig {

    /** Where gRPC and HTTP are served. */
    @WithDefault("8105")
    int port();

    /** How often commands past their deadline are searched for whose timer was lost. */
    @WithDefault("1s")
    Duration sweepPause();

    /** How soon a call that did not answer is asked again. */
    @WithDefault("250ms")
    Duration confirmPause();

    /** After this time without an answer of the call silence accepts without it. */
    @WithDefault("60s")
    Duration confirmPatience();

    /** How often watched slots are read again. */
    @WithDefault("2s")
    Duration watchPause();
}
