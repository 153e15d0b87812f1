package dev.supporters.platform.rpc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

import java.time.Duration;
import java.util.Map;

/** The bounds of every remote call, by the callee's name. */
@ConfigMapping(prefix = "supporters.remote")
public interface GuardConfig {

    @WithParentName
    Map<String, Bounds> byName();

    /** How long, how many at once, when to stop trying. */
    interface Bounds {

        /** Within what time the answer must come; real time, whatever the clock's rate. */
        @WithDefault("300ms")
        Duration deadline();

        /** How many calls may be under way at once; one more is refused at once. */
        @WithDefault("64")
        int concurrency();

        /** The breaker looks at the newest so many calls. */
        @WithDefault("20")
        int breakerVolume();

        /** It opens when so large a part of them failed. */
        @WithDefault("0.5")
        double breakerRatio();

        /** After so long it lets one call try. */
        @WithDefault("1s")
        Duration breakerDelay();

        /** How often a call that came back UNAVAILABLE is tried again. */
        @WithDefault("0")
        int retries();
    }
}
