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

    /** A signal that ends later than this from now is invalid: a move has an end. */
    @WithDefault("24h")
    Duration longest();

    /** How far outside the region of the shift a move may lead, in meters. */
    @WithDefault("1000")
    double marginMeters();

    /** A driver who has accepted a move and is this near to its destination has arrived, in meters. */
    @WithDefault("250")
    double arrivalMeters();

    /** A position that no vehicle of this speed can have reached since the one before does not count, in km/h. */
    @WithDefault("150")
    double fastestKmh();

    /** How often moves whose time is over are looked for, in real time. */
    @WithDefault("1s")
    Duration sweepEvery();
}
