package dev.supporters.commander.adapter.kafka;

import dev.supporters.commander.engagement.SlotService;
import dev.supporters.commander.slot.ShiftEvent;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.work.v1.WorkEvent;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Function commander-slots: opens, pauses and closes slots as their shifts go on. */
@ApplicationScoped
class ShiftEventConsumer {

    private final Events events;
    private final SlotService slots;

    ShiftEventConsumer(Events events, SlotService slots) {
        this.events = events;
        this.slots = slots;
    }

    @Incoming("work")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        events.handleAll("work", records, WorkEvent.parser(), this::apply);
    }

    private void apply(ReceivedEvent<WorkEvent> received) {
        ShiftEvent.read(received.event())
                .ifPresentOrElse(slots::apply, () -> events.skipped(Topics.WORK, "unknown"));
    }
}
