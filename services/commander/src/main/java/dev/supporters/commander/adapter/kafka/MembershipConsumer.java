package dev.supporters.commander.adapter.kafka;

import dev.supporters.commander.engagement.SlotService;
import dev.supporters.contract.Memberships;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.driver.v1.DriverEvent;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Function commander-slots, too: slots know who is a member no more. */
@ApplicationScoped
class MembershipConsumer {

    private final Events events;
    private final SlotService slots;

    MembershipConsumer(Events events, SlotService slots) {
        this.events = events;
        this.slots = slots;
    }

    @Incoming("drivers")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        events.handleAll("drivers", records, DriverEvent.parser(), this::apply);
    }

    private void apply(ReceivedEvent<DriverEvent> received) {
        Memberships.read(received.event())
                .ifPresentOrElse(slots::apply, () -> events.skipped(Topics.DRIVERS, "unknown"));
    }
}
