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

    /** Nights that are simulated with general dispatch alone, a part of the function insight-projector. */
    LegacyNightConfig legacyNight();

    /** Simulates nights that are over. */
    interface LegacyNightConfig {

        /** The pause between two looks whether a night is over, in real time. */
        @WithDefault("10s")
        Duration every();

        /** How long after its end a night is simulated: drives end, and what became of its calls is kept. */
        @WithDefault("30m")
        Duration after();

        /** How long a process has a night for itself. */
        @WithDefault("5m")
        Duration lease();

        /** After this time the simulation of a night is given up. */
        @WithDefault("60s")
        Duration timeout();

        /** A night with more calls is not simulated. */
        @WithDefault("5000")
        int mostCalls();

        /** A night with more supporters is not simulated. */
        @WithDefault("2000")
        int mostSupporters();
    }

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
