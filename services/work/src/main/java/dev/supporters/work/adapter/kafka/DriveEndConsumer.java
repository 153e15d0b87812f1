package dev.supporters.work.adapter.kafka;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.work.clockoff.ClockOffService;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells the clock-off when commands and drives end. */
@ApplicationScoped
class DriveEndConsumer {

    private final Events events;
    private final ClockOffService clockOff;

    DriveEndConsumer(Events events, ClockOffService clockOff) {
        this.events = events;
        this.clockOff = clockOff;
    }

    @Incoming("clockoff")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        events.handle(record, ActivityEvent.parser(), this::apply);
    }

    void apply(ReceivedEvent<ActivityEvent> received) {
        ActivityEvent event = received.event();
        switch (event.getEventCase()) {
            case REFUSED, COMPLETED, CANCELLED -> {
                if (!event.getWorkId().isEmpty()) {
                    clockOff.driveEnded(
                            WorkId.of(event),
                            Timestamps.instant(event.getEventTime()),
                            received.id());
                }
            }
            case COMMANDED, ACCEPTED, ARRIVED, PICKED_UP -> {
                // the driver is still engaged
            }
            case EVENT_NOT_SET -> events.skipped(Topics.ACTIVITY, event.getActionName().name());
        }
    }
}
