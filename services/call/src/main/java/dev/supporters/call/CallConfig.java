package dev.supporters.call;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** What an installer may turn. */
@ConfigMapping(prefix = "supporters.call")
public interface CallConfig {

    /** After so long in real time, a call without a path is taken for one that a crash left behind. */
    @WithDefault("5s")
    Duration recoverAfter();

    /** Whether this instance looks for such calls. */
    @WithDefault("true")
    boolean recovery();
}
