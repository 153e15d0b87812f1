package dev.supporters.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** What an installer may set. */
@ConfigMapping(prefix = "supporters.routing")
public interface RoutingConfig {

    /** Whether this function decides calls, and therefore keeps the free supporters in memory. */
    @WithDefault("true")
    boolean serve();

    /** How far back the events of shifts and engagements are read at the start; no less than a shift may last. */
    @WithDefault("12h")
    Duration history();

    /**
     * How far back positions are read at the start, and how long ago a shift may have begun whose place counts as one. A few times what
     * the policies say of who is unreachable, as nobody who is reachable has an older position.
     */
    @WithDefault("10m")
    Duration locationHistory();

    /**
     * An acceptance that is older is not told to the legacy system: the drive is long over, and the event is read once more because
     * the consumer group's place in the topic was lost. Longer than a night.
     */
    @WithDefault("24h")
    Duration oldestResult();
}
