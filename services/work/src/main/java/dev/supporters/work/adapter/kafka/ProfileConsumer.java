package dev.supporters.work.adapter.kafka;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.events.driver.v1.DriverEvent;
import dev.supporters.work.removal.RemovalService;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import java.util.stream.Collectors;

/** Function work-clockoff, too: tells whose profile has changed. */
@ApplicationScoped
class ProfileConsumer {

    private final Events events;
    private final RemovalService removals;

    ProfileConsumer(Events events, RemovalService removals) {
        this.events = events;
        this.removals = removals;
    }

    @Incoming("drivers")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        events.handle(record, DriverEvent.parser(), this::apply);
    }

    private void apply(ReceivedEvent<DriverEvent> received) {
        switch (received.event().getEventCase()) {
            case PUT -> changed(received.event().getPut().getDriver(), received.id());
            case EVENT_NOT_SET -> events.skipped(Topics.DRIVERS, "unknown");
        }
    }

    private void changed(Driver driver, String eventId) {
        removals.profileChanged(
                new DriverId(driver.getDriverId()),
                driver.getMembershipsList().stream()
                        .map(Membership::getProduct)
                        .collect(Collectors.toSet()),
                eventId);
    }
}
