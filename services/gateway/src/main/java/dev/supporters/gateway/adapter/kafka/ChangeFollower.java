package dev.supporters.gateway.adapter.kafka;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.live.Keys;
import dev.supporters.gateway.live.Live;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells subscriptions that something has changed. Every replica reads all of it: a subscriber may be anywhere. */
@ApplicationScoped
class ChangeFollower {

    private final Events events;
    private final Scheduler scheduler;
    private final Live live;
    private final GatewayConfig config;

    ChangeFollower(Events events, Scheduler scheduler, Live live, GatewayConfig config) {
        this.events = events;
        this.scheduler = scheduler;
        this.live = live;
        this.config = config;
    }

    void begin(@Observes StartupEvent start) {
        events.follow(
                Topics.ACTIVITY,
                ActivityEvent.parser(),
                StartPosition.END,
                received -> live.changed(Keys.driver(received.event().getDriverId())));
        events.follow(
                Topics.CALLS,
                CallEvent.parser(),
                StartPosition.END,
                received -> live.changed(Keys.call(received.event().getCallId())));
        scheduler.every(config.resync(), live::lookAgain);
    }
}
