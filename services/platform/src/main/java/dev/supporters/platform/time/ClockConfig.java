package dev.supporters.platform.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The system's clock, unless a rate is given: then all processes with the same three values agree on the time. */
@ConfigMapping(prefix = "supporters.clock")
public interface ClockConfig {

    /** How many seconds of the product pass in a second; 1 is the system's clock. */
    @WithDefault("1")
    double rate();

    /** The real instant at which the clock shows {@link #origin()}. */
    Optional<Instant> anchor();

    /** What the clock shows at {@link #anchor()}. */
    Optional<Instant> origin();

    /**
     * A file that contains the anchor as its only line, instead of {@link #anchor()}. Until it is there, the clock stands at its origin:
     * so that a night begins when everything that plays in it is ready.
     */
    Optional<Path> anchorFile();

    /** From this instant of the clock on, it runs at rate 1. */
    Optional<Instant> realtimeAfter();
}
