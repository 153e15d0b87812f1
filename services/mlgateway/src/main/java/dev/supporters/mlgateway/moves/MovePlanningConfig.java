package dev.supporters.mlgateway.moves;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.Optional;

/** The function mlgateway-moves. Times are those of the clock, which may run faster than time, unless it says otherwise. */
@ConfigMapping(prefix = "supporters.mlgateway.moves")
public interface MovePlanningConfig {

    /** Whether this process plans moves. */
    @WithDefault("true")
    boolean enabled();

    /** The time from one plan to the next. */
    @WithDefault("15s")
    Duration every();

    /** As many moves to places are proposed in one plan of a region at most; what is left over waits for the next one. */
    @WithDefault("200")
    int mostProposals();

    /** How long a planner that is not heard of any more keeps others from planning. */
    @WithDefault("45s")
    Duration lease();

    /** How far the clocks of two instances may be from the true time. */
    @WithDefault("2s")
    Duration skew();

    /** A move expires so long after its expected way. */
    @WithDefault("10m")
    Duration slack();

    /** How long advice to rest waits for an answer. */
    @WithDefault("5m")
    Duration adviceLasts();

    /** A CSV file with the columns name, lat and lng: what drivers are told of the place that they are sent to. Without it, a point. */
    Optional<String> places();

    /** How far back the topics of shifts, engagements, positions and moves are read at the start; no less than a shift may last. */
    @WithDefault("12h")
    Duration lookBack();
}
