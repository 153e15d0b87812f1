package dev.supporters.work.adapter.kafka;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.work.removal.RemovalService;
import dev.supporters.work.shift.ActivityModeService;
import dev.supporters.work.shift.KnownMode;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import java.time.Instant;
import java.util.stream.Collectors;

/** Function work-clockoff, too: tells whose profile has changed, and who is switched off or on. */
@ApplicationScoped
class ProfileConsumer {

    private final Events events;
    private final RemovalService removals;
    private final ActivityModeService modes;

    ProfileConsumer(Events events, RemovalService removals, ActivityModeService modes) {
        this.events = events;
        this.removals = removals;
        this.modes = modes;
    }

    @Incoming("drivers")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        events.handleAll("drivers", records, DriverEvent.parser(), this::apply);
    }

    /** The event's time is that at which the profile changed. */
    private void apply(ReceivedEvent<DriverEvent> received) {
        switch (received.event().getEventCase()) {
            case PUT ->
                    changed(received.event().getPut().getDriver(), received.time(), received.id());
            case EVENT_NOT_SET -> events.skipped(Topics.DRIVERS, "unknown");
        }
    }

    private void changed(Driver driver, Instant changed, String eventId) {
        DriverId driverId = new DriverId(driver.getDriverId());
        removals.profileChanged(
                driverId,
                driver.getMembershipsList().stream()
                        .map(Membership::getProduct)
                        .collect(Collectors.toSet()),
                eventId);
        for (Membership membership : driver.getMembershipsList()) {
            boolean off = membership.getMode() == ActivityMode.ACTIVITY_MODE_OFF;
            modes.modeTold(
                    driverId,
                    membership.getProduct(),
                    new KnownMode(driver.getVersion(), off, changed),
                    eventId);
        }
    }
}
