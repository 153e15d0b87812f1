package dev.supporters.driver.adapter.kafka;

import dev.supporters.driver.roster.DriverId;
import dev.supporters.driver.status.EngagementStep;
import dev.supporters.driver.status.StatusBoard;
import dev.supporters.driver.status.WorkId;
import dev.supporters.driver.status.WorkStep;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import java.util.Optional;

/** Function driver-status: what each driver does, from the work and activity topics. */
@ApplicationScoped
class StatusConsumers {

    private final Events events;
    private final StatusBoard board;

    StatusConsumers(Events events, StatusBoard board) {
        this.events = events;
        this.board = board;
    }

    @Incoming("work")
    @Blocking
    void onWork(ConsumerRecord<String, byte[]> record) {
        events.handle(record, WorkEvent.parser(), this::noteWork);
    }

    @Incoming("activity")
    @Blocking
    void onActivity(ConsumerRecord<String, byte[]> record) {
        events.handle(record, ActivityEvent.parser(), this::noteActivity);
    }

    private void noteWork(ReceivedEvent<WorkEvent> received) {
        WorkEvent event = received.event();
        Optional<WorkStep.Standing> standing = standing(event);
        if (standing.isEmpty()) {
            events.skipped(Topics.WORK, "unknown");
            return;
        }
        WorkStep step =
                new WorkStep(
                        new WorkId(event.getWorkId()),
                        event.getVersion(),
                        standing.get(),
                        Timestamps.instant(event.getEventTime()));
        board.note(new DriverId(event.getDriverId()), event.getProduct(), step);
    }

    private void noteActivity(ReceivedEvent<ActivityEvent> received) {
        ActivityEvent event = received.event();
        Optional<EngagementStep.Phase> phase = phase(event);
        if (phase.isEmpty()) {
            events.skipped(Topics.ACTIVITY, "unknown");
            return;
        }
        EngagementStep step =
                new EngagementStep(
                        new WorkId(event.getWorkId()),
                        event.getCallId(),
                        event.getVersion(),
                        phase.get(),
                        Timestamps.instant(event.getEventTime()));
        board.note(new DriverId(event.getDriverId()), event.getProduct(), step);
    }

    private static Optional<WorkStep.Standing> standing(WorkEvent event) {
        return switch (event.getEventCase()) {
            case BEGUN, RESUMED -> Optional.of(WorkStep.Standing.WORKING);
            case RESTED -> Optional.of(WorkStep.Standing.RESTING);
            case ENDING -> Optional.of(WorkStep.Standing.ENDING);
            case ENDED -> Optional.of(WorkStep.Standing.ENDED);
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    private static Optional<EngagementStep.Phase> phase(ActivityEvent event) {
        return switch (event.getEventCase()) {
            case COMMANDED -> Optional.of(EngagementStep.Phase.COMMANDED);
            case ACCEPTED -> Optional.of(EngagementStep.Phase.ACCEPTED);
            case ARRIVED -> Optional.of(EngagementStep.Phase.ARRIVED);
            case PICKED_UP -> Optional.of(EngagementStep.Phase.DRIVING);
            case COMPLETED -> Optional.of(EngagementStep.Phase.COMPLETED);
            case REFUSED, CANCELLED -> Optional.of(EngagementStep.Phase.DROPPED);
            case EVENT_NOT_SET -> Optional.empty();
        };
    }
}
