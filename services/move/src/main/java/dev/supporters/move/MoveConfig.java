package dev.supporters.move;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** What can be set for this service. */
@ConfigMapping(prefix = "supporters.move")
public interface MoveConfig {

    /**
     * How long a signal waits, in real time, for a driver who is not known to be at work. The topics do not wait for each other, so
     * the begin of the shift may be read later.
     */
    @WithDefault("30s")
    Duration patience();

    /** How often moves whose time is over are looked for, in real time. */
    @WithDefault("1s")
    Duration sweepEvery();
}
