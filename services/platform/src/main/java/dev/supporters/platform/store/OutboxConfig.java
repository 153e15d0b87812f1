package dev.supporters.platform.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How events are published that a crash or a failure left in their outbox. */
@ConfigMapping(prefix = "supporters.outbox")
public interface OutboxConfig {

    /**
     * The sweep takes what has waited for so long, in real time: what is younger is usually being published by the process that wrote
     * it. What cannot be published is tried again after the same time.
     */
    @WithDefault("5s")
    Duration sweepAfter();

    /** Published events stay in their outboxes for so long, in real time, so that many are taken out by one request. */
    @WithDefault("250ms")
    Duration removeAfter();
}
