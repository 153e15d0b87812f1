package dev.supporters.call.adapter.kafka;

import dev.supporters.call.activity.CallProjection;
import dev.supporters.call.activity.CommandEvent;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import io.smallrye.reactive.messaging.annotations.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import java.util.Optional;

/**
 * Function call-projector: the events of commander, those of several drivers at a time; each driver's in their order
 * (`throttled.ordered=key`). An event that waits for another part keeps only its driver's waiting.
 */
@ApplicationScoped
class ActivityConsumer {

    private static final String CHANNEL = "activity";

    private final Events events;
    private final CallProjection projection;

    ActivityConsumer(Events events, CallProjection projection) {
        this.events = events;
        this.projection = projection;
    }

    @Incoming(CHANNEL)
    @Blocking(value = "call-projector", ordered = false)
    void on(ConsumerRecord<String, byte[]> record) {
        events.handle(CHANNEL, record, ActivityEvent.parser(), this::apply);
    }

    private void apply(ReceivedEvent<ActivityEvent> received) {
        ActivityEvent event = received.event();
        kind(event)
                .ifPresentOrElse(
                        kind -> projection.apply(received.id(), commandEvent(event, kind)),
                        () -> events.skipped(Topics.ACTIVITY, event.getActionName().name()));
    }

    private static CommandEvent commandEvent(ActivityEvent event, CommandEvent.Kind kind) {
        return new CommandEvent(
                new CallId(event.getCallId()),
                event.getCommandId(),
                new DriverId(event.getDriverId()),
                Timestamps.instant(event.getEventTime()),
                kind);
    }

    private static Optional<CommandEvent.Kind> kind(ActivityEvent event) {
        return switch (event.getEventCase()) {
            case COMMANDED ->
                    Optional.of(new CommandEvent.Commanded(event.getCommanded().getEtaSeconds()));
            case ACCEPTED -> Optional.of(new CommandEvent.Accepted());
            case REFUSED ->
                    Optional.of(new CommandEvent.Refused(event.getRefused().getConsequence()));
            case ARRIVED -> Optional.of(new CommandEvent.Arrived());
            case PICKED_UP -> Optional.of(new CommandEvent.PickedUp());
            case COMPLETED -> Optional.of(new CommandEvent.Completed());
            case CANCELLED ->
                    Optional.of(new CommandEvent.Cancelled(event.getCancelled().getReason()));
            case EVENT_NOT_SET -> Optional.empty();
        };
    }
}
