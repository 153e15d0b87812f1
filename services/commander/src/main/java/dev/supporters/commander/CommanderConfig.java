package dev.supporters.commander;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** What can be set. All durations are real time, whatever the clock's rate. */
@ConfigMapping(prefix = "supporters.commander")
public interface CommanderConfig {

    /** Where gRPC and HTTP are served. */
    @WithDefault("8105")
    int port();

    /** How often commands are looked for that silence has accepted and no alarm has rung for. */
    @WithDefault("1s")
    Duration sweepPause();

    /** How soon a call is asked again that did not answer. */
    @WithDefault("250ms")
    Duration confirmPause();

    /** After so long without an answer of the call, silence accepts without it. */
    @WithDefault("60s")
    Duration confirmPatience();

    /** How often watched slots are read again. */
    @WithDefault("2s")
    Duration watchPause();
}
