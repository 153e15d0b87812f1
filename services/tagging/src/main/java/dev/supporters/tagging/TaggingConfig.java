package dev.supporters.tagging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** The settings of this service. */
@ConfigMapping(prefix = "supporters.tagging")
public interface TaggingConfig {

    /** How long, in real time, until a rule that was put on another instance is in force here. */
    @WithDefault("1s")
    Duration rulesRefresh();
}
