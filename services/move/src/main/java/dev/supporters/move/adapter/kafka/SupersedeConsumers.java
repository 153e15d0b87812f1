package dev.supporters.move.adapter.kafka;

import dev.supporters.move.proposal.DriverId;
import dev.supporters.move.proposal.EngagementStep;
import dev.supporters.move.proposal.Moves;
import dev.supporters.move.proposal.WorkId;
import dev.supporters.move.proposal.WorkStep;
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

/** Function move-supersede: who is idle, from the work and activity topics; whoever is not any more loses the move. */
@ApplicationScoped
class SupersedeConsumers {

    private final Events events;
    private final Moves moves;

    SupersedeConsumers(Events events, Moves moves) {
        this.events = events;
        this.moves = moves;
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
        switch (event.getEventCase()) {
            case BEGUN, RESUMED -> note(event, WorkStep.Standing.WORKING);
            case RESTED -> note(event, WorkStep.Standing.RESTING);
            case ENDING -> note(event, WorkStep.Standing.ENDING);
            case ENDED -> note(event, WorkStep.Standing.ENDED);
            case EVENT_NOT_SET -> events.skipped(Topics.WORK, "unknown");
        }
    }

    private void note(WorkEvent event, WorkStep.Standing standing) {
        moves.note(
                new DriverId(event.getDriverId()),
                new WorkStep(
                        new WorkId(event.getWorkId()),
                        event.getProduct(),
                        event.getVersion(),
                        standing,
                        Timestamps.instant(event.getEventTime())));
    }

    private void noteActivity(ReceivedEvent<ActivityEvent> received) {
        ActivityEvent event = received.event();
        switch (event.getEventCase()) {
            case COMMANDED, ACCEPTED, ARRIVED, PICKED_UP -> note(event, true);
            case REFUSED, COMPLETED, CANCELLED -> note(event, false);
            case EVENT_NOT_SET -> events.skipped(Topics.ACTIVITY, "unknown");
        }
    }

    private void note(ActivityEvent event, boolean live) {
        moves.note(
                new DriverId(event.getDriverId()),
                new EngagementStep(
                        new WorkId(event.getWorkId()),
                        event.getVersion(),
                        live,
                        Timestamps.instant(event.getEventTime())));
    }
}
