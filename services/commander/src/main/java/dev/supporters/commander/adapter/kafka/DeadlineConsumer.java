package dev.supporters.commander.adapter.kafka;

import dev.supporters.commander.deadline.Deadlines;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Function commander-timer: hears of commands, and lets silence accept them. */
@ApplicationScoped
class DeadlineConsumer {

    private final Events events;
    private final Deadlines deadlines;
    private final boolean enabled;

    DeadlineConsumer(
            Events events,
            Deadlines deadlines,
            @ConfigProperty(name = "mp.messaging.incoming.activity.enabled", defaultValue = "true")
                    boolean enabled) {
        this.events = events;
        this.deadlines = deadlines;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            deadlines.start();
        }
    }

    @Incoming("activity")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        events.handle(record, ActivityEvent.parser(), this::heard);
    }

    private void heard(ReceivedEvent<ActivityEvent> received) {
        ActivityEvent event = received.event();
        switch (event.getEventCase()) {
            case COMMANDED ->
                    deadlines.given(
                            new DriverId(event.getDriverId()),
                            event.getCommandId(),
                            Timestamps.instant(event.getCommanded().getDeadlineTime()));
            case ACCEPTED, REFUSED, ARRIVED, PICKED_UP, COMPLETED, CANCELLED -> {}
            case EVENT_NOT_SET -> events.skipped(Topics.ACTIVITY, event.getActionName().name());
        }
    }
}
