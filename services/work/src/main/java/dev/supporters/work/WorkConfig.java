package dev.supporters.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** What an installer may turn. */
@ConfigMapping(prefix = "supporters.work")
public interface WorkConfig {

    /** The port of gRPC and HTTP. */
    @WithDefault("8106")
    int port();

    /** The function work-clockoff. */
    ClockOff clockoff();

    /** Ends works when their window ends. */
    interface ClockOff {

        /** Whether this process looks for works whose window has ended. */
        @WithDefault("true")
        boolean enabled();

        /** The pause between two looks, in real time. */
        @WithDefault("PT1S")
        Duration every();

        /**
         * How many looks in a row must find the slot of an ending work free before it is ended without the drive's last event, which
         * knows the time better and is on its way.
         */
        @WithDefault("10")
        int patience();
    }
}
