package dev.supporters.insight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** The settings of the service. */
@ConfigMapping(prefix = "supporters.insight")
public interface InsightConfig {

    /** The port of gRPC and HTTP. */
    @WithDefault("8113")
    int port();

    /** The counting of nights, a part of the function insight-projector. */
    CountingConfig counting();

    /** Nights that are played under a policy that might be put. */
    DryRunConfig dryRun();

    /** How long nights may be played. */
    interface DryRunConfig {

        /** After this time a dry run is given up. */
        @WithDefault("50s")
        Duration timeout();
    }

    /** Counts what happens in nights. */
    interface CountingConfig {

        /** Whether this process counts. */
        @WithDefault("true")
        boolean enabled();

        /** The time between two counts. */
        @WithDefault("30s")
        Duration period();

        /** The pause between two looks whether a count is due, in real time. */
        @WithDefault("1s")
        Duration every();

        /** How far back events are read at the start. Nights that began before are not counted again. */
        @WithDefault("36h")
        Duration past();
    }
}
