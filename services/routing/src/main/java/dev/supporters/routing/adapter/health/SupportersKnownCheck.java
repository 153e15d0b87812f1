package dev.supporters.routing.adapter.health;

import dev.supporters.routing.adapter.grpc.CalleeWarmUp;
import dev.supporters.routing.adapter.kafka.TopicSubscriptions;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once what happened before the start is in memory, so that a fresh function doesn't send calls away because it does not know of free supporters. */
@Readiness
@ApplicationScoped
class SupportersKnownCheck implements HealthCheck {

    private final TopicSubscriptions followed;
    private final CalleeWarmUp warmUp;

    SupportersKnownCheck(TopicSubscriptions followed, CalleeWarmUp warmUp) {
        this.followed = followed;
        this.warmUp = warmUp;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("supporters known")
                .status(followed.caughtUp() && warmUp.tried())
                .build();
    }
}
