package dev.supporters.call.adapter.kafka;

import dev.supporters.call.general.Handover;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.call.v1.CallEvent;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Function call-general: hands calls over to the legacy system, as our own events tell. */
@ApplicationScoped
class CallsConsumer {

    private final Events events;
    private final Handover handover;

    CallsConsumer(Events events, Handover handover) {
        this.events = events;
        this.handover = handover;
    }

    @Incoming("calls")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        events.handle(record, CallEvent.parser(), this::handOver);
    }

    private void handOver(ReceivedEvent<CallEvent> received) {
        CallEvent event = received.event();
        switch (event.getEventCase()) {
            case SENT_TO_GENERAL -> handover.sent(event.getCallId());
            case ENDED -> handover.ended(event.getCallId());
            case REQUESTED, ASSIGNED, PROGRESSED -> {}
            case EVENT_NOT_SET -> events.skipped(Topics.CALLS, "unknown");
        }
    }
}
