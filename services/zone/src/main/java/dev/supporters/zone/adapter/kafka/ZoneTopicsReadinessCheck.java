package dev.supporters.zone.adapter.kafka;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once what happened before the start is in memory. */
@Readiness
class ZoneTopicsReadinessCheck implements HealthCheck {

    private final ZoneSubscriptions subscriptions;

    ZoneTopicsReadinessCheck(ZoneSubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("topics").status(subscriptions.caughtUp()).build();
    }
}
