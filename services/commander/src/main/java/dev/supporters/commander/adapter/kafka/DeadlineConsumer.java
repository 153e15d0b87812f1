package dev.supporters.commander.adapter.kafka;

import dev.supporters.commander.deadline.DeadlineService;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Function commander-timer: sets a timer for each command, so that silence accepts it at its deadline. */
@ApplicationScoped
class DeadlineConsumer {

    private final Events events;
    private final DeadlineService deadlines;
    private final boolean enabled;

    DeadlineConsumer(
            Events events,
            DeadlineService deadlines,
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
    void on(ConsumerRecords<String, byte[]> records) {
        events.handleAll("activity", records, ActivityEvent.parser(), this::schedule);
    }

    private void schedule(ReceivedEvent<ActivityEvent> received) {
        ActivityEvent event = received.event();
        switch (event.getEventCase()) {
            case COMMANDED ->
                    deadlines.schedule(
                            new DriverId(event.getDriverId()),
                            event.getCommandId(),
                            Timestamps.instant(event.getCommanded().getDeadlineTime()));
            case ACCEPTED, REFUSED, CANCELLED -> deadlines.decided(event.getCommandId());
            case ARRIVED, PICKED_UP, COMPLETED -> {}
            case EVENT_NOT_SET -> events.skipped(Topics.ACTIVITY, event.getActionName().name());
        }
    }
}
