package dev.supporters.call.adapter.kafka;

import dev.supporters.call.general.HandoverService;
import dev.supporters.contract.CallId;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.call.v1.CallEvent;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Function call-general: hands calls over to the legacy system, by our own events. */
@ApplicationScoped
class CallsConsumer {

    private final Events events;
    private final HandoverService handover;

    CallsConsumer(Events events, HandoverService handover) {
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
            case SENT_TO_GENERAL -> handover.sent(new CallId(event.getCallId()));
            case ENDED -> handover.ended(new CallId(event.getCallId()));
            case REQUESTED, ASSIGNED, PROGRESSED -> {}
            case EVENT_NOT_SET -> events.skipped(Topics.CALLS, "unknown");
        }
    }
}
