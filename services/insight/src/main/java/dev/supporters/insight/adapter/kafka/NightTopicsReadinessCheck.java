package dev.supporters.insight.adapter.kafka;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once what happened before the start is in memory. */
@Readiness
class NightTopicsReadinessCheck implements HealthCheck {

    private final NightSubscriptions subscriptions;

    NightTopicsReadinessCheck(NightSubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("topics").status(subscriptions.caughtUp()).build();
    }
}
