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

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import java.time.Instant;
import java.util.Optional;

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
    void on(ConsumerRecords<String, byte[]> records) {
        events.handleAll("clockoff", records, ActivityEvent.parser(), this::apply);
    }

    void apply(ReceivedEvent<ActivityEvent> received) {
        ActivityEvent event = received.event();
        switch (event.getEventCase()) {
            case REFUSED -> commandEnded(received);
            case CANCELLED -> {
                if (event.getCancelled().getAfterAcceptance()) {
                    driveEnded(received);
                } else {
                    commandEnded(received);
                }
            }
            case COMPLETED -> driveEnded(received);
            case COMMANDED, ACCEPTED, ARRIVED, PICKED_UP -> {
                // the driver is still engaged
            }
            case EVENT_NOT_SET -> events.skipped(Topics.ACTIVITY, event.getActionName().name());
        }
    }

    private void driveEnded(ReceivedEvent<ActivityEvent> received) {
        workId(received).ifPresent(id -> clockOff.driveEnded(id, time(received), received.id()));
    }

    private void commandEnded(ReceivedEvent<ActivityEvent> received) {
        workId(received).ifPresent(id -> clockOff.commandEnded(id, time(received), received.id()));
    }

    private static Optional<WorkId> workId(ReceivedEvent<ActivityEvent> received) {
        return received.event().getWorkId().isEmpty()
                ? Optional.empty()
                : Optional.of(WorkId.of(received.event()));
    }

    private static Instant time(ReceivedEvent<ActivityEvent> received) {
        return Timestamps.instant(received.event().getEventTime());
    }
}
