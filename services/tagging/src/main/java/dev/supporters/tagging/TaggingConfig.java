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

    /** How often, in real time, the tags of customers who were erased are erased. */
    @WithDefault("5s")
    Duration erasuresEvery();
}
