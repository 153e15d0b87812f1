package dev.supporters.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** What an installer may turn. */
@ConfigMapping(prefix = "supporters.routing")
public interface RoutingConfig {

    /** Whether this function decides calls, and hence keeps the free supporters in memory. */
    @WithDefault("true")
    boolean serve();

    /** How far back the events of works, engagements and positions are read at start; no less than a work may last. */
    @WithDefault("12h")
    Duration history();
}
