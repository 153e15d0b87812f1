package dev.supporters.commander.adapter.kafka;

import dev.supporters.contract.GeneralDrives;
import dev.supporters.platform.event.Events;

import io.quarkus.runtime.Startup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import java.time.Clock;

/** Follows the topic of calls. Ready once it is known who drives for general dispatch, so that a fresh function commands none of them. */
@Readiness
@ApplicationScoped
class GeneralDriveFollower implements HealthCheck {

    private final GeneralDrives general;

    GeneralDriveFollower(GeneralDrives general) {
        this.general = general;
    }

    @Startup
    @Produces
    @Singleton
    static GeneralDrives generalDrives(Events events, Clock clock) {
        return GeneralDrives.following(events, clock);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("general drives").status(general.caughtUp()).build();
    }
}
