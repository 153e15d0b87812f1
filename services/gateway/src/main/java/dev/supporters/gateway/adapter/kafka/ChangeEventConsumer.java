package dev.supporters.gateway.adapter.kafka;

import dev.supporters.contract.DriverId;
import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.subscription.SubscriptionHub;
import dev.supporters.gateway.subscription.SubscriptionKeys;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.signal.v1.SignalEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.proto.zone.v1.Zones;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells subscriptions and the fleet that something has changed. Every replica reads all events, since a subscriber may be at any of them. */
@ApplicationScoped
class ChangeEventConsumer {

    private final Events events;
    private final Scheduler scheduler;
    private final SubscriptionHub subscriptions;
    private final FleetEventReader fleet;
    private final FleetSignals signals;
    private final CallSignals calls;
    private final GatewayConfig config;

    ChangeEventConsumer(
            Events events,
            Scheduler scheduler,
            SubscriptionHub subscriptions,
            FleetEventReader fleet,
            FleetSignals signals,
            CallSignals calls,
            GatewayConfig config) {
        this.events = events;
        this.scheduler = scheduler;
        this.subscriptions = subscriptions;
        this.fleet = fleet;
        this.signals = signals;
        this.calls = calls;
        this.config = config;
    }

    void begin(@Observes StartupEvent start) {
        StartPosition past = StartPosition.last(config.fleet().history());
        events.followInParallel(
                Topics.WORK, WorkEvent.parser(), past, received -> fleet.apply(received.event()));
        events.followInParallel(
                Topics.LOCATIONS,
                LocationEvent.parser(),
                StartPosition.newestOfLast(config.fleet().locationHistory()),
                received -> fleet.apply(received.event()));
        events.followInParallel(
                Topics.ACTIVITY,
                ActivityEvent.parser(),
                past,
                received -> {
                    fleet.apply(received.event());
                    subscriptions.changed(
                            SubscriptionKeys.driver(new DriverId(received.event().getDriverId())));
                });
        events.follow(
                Topics.CALLS,
                CallEvent.parser(),
                StartPosition.END,
                received -> calls.changed(received.event()));
        events.follow(
                Topics.MOVES,
                MoveEvent.parser(),
                past,
                received -> {
                    fleet.apply(received.event());
                    subscriptions.changed(
                            SubscriptionKeys.moves(
                                    new DriverId(
                                            received.event()
                                                    .getChanged()
                                                    .getMove()
                                                    .getDriverId())));
                });
        events.follow(
                Topics.ZONES,
                ZoneEvent.parser(),
                StartPosition.END,
                received -> {
                    Zones zones = received.event().getPlanned().getZones();
                    subscriptions.changed(
                            SubscriptionKeys.zones(zones.getProduct(), zones.getRegion()));
                });
        events.follow(
                Topics.SIGNALS,
                SignalEvent.parser(),
                StartPosition.END,
                received ->
                        subscriptions.changed(
                                SubscriptionKeys.notices(
                                        new DriverId(received.event().getDriverId()))));
        scheduler.every(config.resync(), subscriptions::readAllAgain);
        scheduler.every(config.fleet().pause(), signals::tell);
        scheduler.every(config.fleet().pause(), calls::tell);
    }
}
