package dev.supporters.activity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** What can be set for this service. */
@ConfigMapping(prefix = "supporters.activity")
public interface ActivityConfig {

    /** After what time without a contact a driver at work counts as unreachable, where no policy says it. */
    @WithDefault("120s")
    Duration unreachableAfter();

    /** A position that no vehicle of this speed can have reached since the one before is not taken, in km/h. */
    @WithDefault("150")
    double fastestKmh();

    /** How often the service looks for drivers who do not report, in real time. */
    @WithDefault("1s")
    Duration sweepEvery();

    /** How often at most a driver's last report is stored, in real time: what a kill may lose. */
    @WithDefault("30s")
    Duration keepEvery();

    /** How far back the work topic is read at start, to know who is at work. Longer than the longest shift. */
    @WithDefault("36h")
    Duration workHistory();

    /** How far back the topic of locations is read at start, to know the newest positions. */
    @WithDefault("10m")
    Duration locationHistory();

    /** How long entries of timelines are kept, from their business date on. */
    @WithDefault("400d")
    Duration timelineRetention();

    /** The function activity-abuse. */
    AbuseConfig abuse();

    /** Looks for signals of abuse. */
    interface AbuseConfig {

        /** Whether this process looks for them. */
        @WithDefault("true")
        boolean enabled();

        /** How often the function looks whether a night is over, in real time. */
        @WithDefault("10s")
        Duration every();

        /** How long after the window's end a night is judged: drives that began within it have ended, and are known. */
        @WithDefault("2h")
        Duration settle();

        /** How far back the topics are read at start. Longer than a window and the time after it. */
        @WithDefault("36h")
        Duration history();

        /** How long a signal may wait for a decision before operators are alerted. */
        @WithDefault("3d")
        Duration decideWithin();
    }
}
