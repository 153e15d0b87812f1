package dev.supporters.call;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings of this service. */
@ConfigMapping(prefix = "supporters.call")
public interface CallConfig {

    /** A call that has had no path for so long, in real time, counts as left behind by a crash. */
    @WithDefault("5s")
    Duration recoverAfter();

    /** Whether this instance looks for such calls. */
    @WithDefault("true")
    boolean recovery();

    /** Whether this instance looks for supporters for calls that are held. */
    @WithDefault("true")
    boolean hold();

    /** How often it does so, in real time. */
    @WithDefault("2s")
    Duration holdEvery();
}
