package dev.supporters.move.adapter.kafka;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.move.arrival.ArrivalDetector;
import dev.supporters.move.proposal.ProposalService;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveEvent;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import java.time.Clock;
import java.time.Duration;

/** Function move-arrivals: ends accepted moves of drivers who are at the destination. Which moves are accepted is followed in memory, so that a position costs no look into the store. */
@ApplicationScoped
class ArrivalConsumer {

    /** Longer than a shift. */
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

    private final Events events;
    private final ArrivalDetector arrivals;
    private final ProposalService proposals;
    private final Scheduler scheduler;
    private final Clock clock;
    private final boolean enabled;

    ArrivalConsumer(
            Events events,
            ArrivalDetector arrivals,
            ProposalService proposals,
            Scheduler scheduler,
            Clock clock,
            @ConfigProperty(name = "mp.messaging.incoming.locations.enabled", defaultValue = "true")
                    boolean enabled) {
        this.events = events;
        this.arrivals = arrivals;
        this.proposals = proposals;
        this.scheduler = scheduler;
        this.clock = clock;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (!enabled) {
            return;
        }
        events.follow(
                Topics.MOVES,
                MoveEvent.parser(),
                StartPosition.last(REMEMBERED),
                received -> apply(received.event()));
        scheduler.every(FORGET_EVERY, () -> arrivals.forget(clock.instant().minus(REMEMBERED)));
    }

    @Incoming("locations")
    @Blocking
    void onLocation(ConsumerRecords<String, byte[]> records) {
        events.handleAll("locations", records, LocationEvent.parser(), this::located);
    }

    private void apply(MoveEvent event) {
        switch (event.getEventCase()) {
            case CHANGED ->
                    arrivals.changed(
                            event.getChanged().getMove(), Timestamps.instant(event.getEventTime()));
            case EVENT_NOT_SET -> events.skipped(Topics.MOVES, "unknown");
        }
    }

    private void located(ReceivedEvent<LocationEvent> received) {
        LocationEvent event = received.event();
        switch (event.getEventCase()) {
            case REPORTED ->
                    arrivals.located(
                                    new DriverId(event.getDriverId()),
                                    Position.of(event.getReported().getLocation()),
                                    Timestamps.instant(event.getEventTime()))
                            .ifPresent(arrival ->
                                    proposals.arrived(
                                            arrival.driverId(), arrival.moveId(), arrival.time()));
            case UNREACHABLE, REACHABLE -> {}
            case EVENT_NOT_SET -> events.skipped(Topics.LOCATIONS, "unknown");
        }
    }
}
