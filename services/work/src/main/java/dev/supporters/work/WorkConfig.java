package dev.supporters.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** The settings of the service. */
@ConfigMapping(prefix = "supporters.work")
public interface WorkConfig {

    /** The port of gRPC and HTTP. */
    @WithDefault("8106")
    int port();

    /** Whether shifts begin in this process, so that it must know who drives for general dispatch. */
    @WithDefault("true")
    boolean generalDrives();

    /** The function work-clockoff. */
    ClockOffConfig clockoff();

    /** Ends shifts when their window ends. */
    interface ClockOffConfig {

        /** Whether this process looks for shifts whose window has ended. */
        @WithDefault("true")
        boolean enabled();

        /** The pause between two looks, in real time. */
        @WithDefault("PT1S")
        Duration every();

        /**
         * How many looks in a row must find the slot of an ending shift free, whose command was not taken, before the shift is ended
         * without the command's last event, which gets a while to come.
         */
        @WithDefault("10")
        int patience();
    }
}
