package dev.supporters.commander;

import dev.supporters.commander.engagement.StepCheck;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** The settings. All durations are real time, also when the clock runs faster. */
@ConfigMapping(prefix = "supporters.commander")
public interface CommanderConfig {

    /** Where gRPC and HTTP are served. */
    @WithDefault("8105")
    int port();

    /** Whether commands are given or decided in this process, so that it must know who drives for general dispatch. */
    @WithDefault("true")
    boolean generalDrives();

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

    /** Steps of a drive that the driver's position contradicts. */
    StepsConfig steps();

    /** What becomes of them. */
    interface StepsConfig {

        /** Whether such a step is taken, taken with a warning, or refused unless an operator takes it. */
        @WithDefault("warned")
        StepCheck.Contradicted contradicted();

        /** So near to the customer's place a driver is with the customer, in metres. */
        @WithDefault("200")
        int meters();

        /** An older position says nothing, by the product's clock. */
        @WithDefault("1m")
        Duration positionMaxAge();
    }
}
