package dev.supporters.platform.event;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import java.time.Duration;
import java.util.Set;

/**
 * Not ready while a topic is not followed that should be: its reader is stuck or finds no such topic, so that others of our instances
 * know more. A broker that is away makes nobody unready: then all know the same, and requests go on.
 */
@Readiness
@ApplicationScoped
class TopicsFollowedCheck implements HealthCheck {

    private final Events events;
    private final Duration patience;

    TopicsFollowedCheck(
            Events events,
            @ConfigProperty(name = "supporters.events.reader-patience", defaultValue = "60s")
                    Duration patience) {
        this.events = events;
        this.patience = patience;
    }

    @Override
    public HealthCheckResponse call() {
        return response(events.notFollowed(patience));
    }

    static HealthCheckResponse response(Set<String> notFollowed) {
        var response = HealthCheckResponse.named("topics followed").status(notFollowed.isEmpty());
        return notFollowed.isEmpty()
                ? response.build()
                : response.withData("not followed", String.join(",", notFollowed)).build();
    }
}
