package dev.supporters.commander.adapter.kafka;

import dev.supporters.contract.GeneralDrives;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.TopicReader;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.call.v1.CallEvent;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import java.time.Clock;
import java.util.Optional;

/** Follows the topic of calls. Ready once it is known who drives for general dispatch, so that a fresh function commands none of them. */
@Readiness
@ApplicationScoped
class GeneralDriveFollower implements HealthCheck {

    private final GeneralDrives general;
    private final Events events;
    private volatile Optional<TopicReader> reader = Optional.empty();

    GeneralDriveFollower(GeneralDrives general, Events events) {
        this.general = general;
        this.events = events;
    }

    @Produces
    @Singleton
    static GeneralDrives generalDrives(Clock clock) {
        return new GeneralDrives(clock);
    }

    void start(@Observes StartupEvent event) {
        reader =
                Optional.of(
                        events.followInParallel(
                                Topics.CALLS,
                                CallEvent.parser(),
                                StartPosition.last(GeneralDrives.LONGEST),
                                call -> general.apply(call.event(), call.time())));
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("general drives")
                .status(reader.filter(TopicReader::caughtUp).isPresent())
                .build();
    }
}
