package dev.supporters.work.adapter.kafka;

import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.work.clockoff.ClockOff;
import dev.supporters.work.shift.WorkId;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The function work-clockoff learns when drives end. */
@ApplicationScoped
class DriveEnds {

    private final Events events;
    private final ClockOff clockOff;

    DriveEnds(Events events, ClockOff clockOff) {
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
                            new WorkId(event.getWorkId()),
                            Timestamps.instant(event.getEventTime()),
                            received.id());
                }
            }
            case COMMANDED, ACCEPTED, ARRIVED, PICKED_UP -> {
                // the driver is engaged still
            }
            case EVENT_NOT_SET -> events.skipped(Topics.ACTIVITY, event.getActionName().name());
        }
    }
}
