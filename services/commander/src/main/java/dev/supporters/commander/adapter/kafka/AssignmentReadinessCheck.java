package dev.supporters.commander.adapter.kafka;

import dev.supporters.commander.CommanderConfig;
import dev.supporters.contract.GeneralDriveFollower;
import dev.supporters.contract.GeneralDrives;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.Topics;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import java.time.Clock;

/** Where commands are given and decided it is known who drives for general dispatch, so that nobody of them gets or accepts one. */
@Readiness
@ApplicationScoped
class AssignmentReadinessCheck implements HealthCheck {

    private final GeneralDriveFollower general;

    AssignmentReadinessCheck(GeneralDrives drives, CommanderConfig config) {
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
