package dev.supporters.work.adapter.kafka;

import dev.supporters.contract.GeneralDriveFollower;
import dev.supporters.contract.GeneralDrives;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.Topics;
import dev.supporters.work.WorkConfig;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import java.time.Clock;

/** Where shifts begin it is known who drives for general dispatch, so that nobody of them begins one. */
@Readiness
@ApplicationScoped
class BeginReadinessCheck implements HealthCheck {

    private final GeneralDriveFollower general;

    BeginReadinessCheck(GeneralDrives drives, WorkConfig config) {
        general = new GeneralDriveFollower(drives, config.generalDrives());
    }

    @Produces
    @Singleton
    static GeneralDrives generalDrives(Clock clock) {
        return new GeneralDrives(clock);
    }

    void start(@Observes StartupEvent event, Events events) {
        general.start(events, Topics.CALLS);
    }

    @Override
    public HealthCheckResponse call() {
        return general.health();
    }
}
