package dev.supporters.call.adapter.kafka;

import dev.supporters.call.activity.Activity;
import dev.supporters.call.activity.Happening;
import dev.supporters.call.activity.Projector;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import java.util.Optional;

/** Function call-projector: what commander tells. */
@ApplicationScoped
class ActivityConsumer {

    private final Events events;
    private final Projector projector;

    ActivityConsumer(Events events, Projector projector) {
        this.events = events;
        this.projector = projector;
    }

    @Incoming("activity")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        events.handle(record, ActivityEvent.parser(), this::note);
    }

    private void note(ReceivedEvent<ActivityEvent> received) {
        ActivityEvent event = received.event();
        happening(event)
                .ifPresentOrElse(
                        happening -> projector.note(received.id(), activity(event, happening)),
                        () -> events.skipped(Topics.ACTIVITY, event.getActionName().name()));
    }

    private static Activity activity(ActivityEvent event, Happening happening) {
        return new Activity(
                event.getCallId(),
                event.getCommandId(),
                event.getDriverId(),
                Timestamps.instant(event.getEventTime()),
                happening);
    }

    private static Optional<Happening> happening(ActivityEvent event) {
        return switch (event.getEventCase()) {
            case COMMANDED ->
                    Optional.of(new Happening.Commanded(event.getCommanded().getEtaSeconds()));
            case ACCEPTED -> Optional.of(new Happening.Accepted());
            case REFUSED -> Optional.of(new Happening.Refused(event.getRefused().getConsequence()));
            case ARRIVED -> Optional.of(new Happening.Arrived());
            case PICKED_UP -> Optional.of(new Happening.PickedUp());
            case COMPLETED -> Optional.of(new Happening.Completed());
            case CANCELLED ->
                    Optional.of(new Happening.Cancelled(event.getCancelled().getReason()));
            case EVENT_NOT_SET -> Optional.empty();
        };
    }
}
