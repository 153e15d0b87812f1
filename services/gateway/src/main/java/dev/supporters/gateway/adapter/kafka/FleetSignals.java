package dev.supporters.gateway.adapter.kafka;

import dev.supporters.gateway.fleet.Fleet;
import dev.supporters.gateway.subscription.SubscriptionHub;
import dev.supporters.gateway.subscription.SubscriptionKeys;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.concurrent.atomic.AtomicLong;

/** Tells subscribers to the fleet of all changes since the last time at once. */
@ApplicationScoped
class FleetSignals {

    private final Fleet fleet;
    private final SubscriptionHub subscriptions;
    private final AtomicLong told = new AtomicLong();

    FleetSignals(Fleet fleet, SubscriptionHub subscriptions) {
        this.fleet = fleet;
        this.subscriptions = subscriptions;
    }

    void tell() {
        long version = fleet.version();
        if (told.getAndSet(version) != version) {
            subscriptions.changed(SubscriptionKeys.fleet());
        }
    }
}
