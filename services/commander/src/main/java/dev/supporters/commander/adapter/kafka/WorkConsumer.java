package dev.supporters.commander.adapter.kafka;

import dev.supporters.commander.engagement.Working;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.slot.WorkNews;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.work.v1.WorkEvent;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import java.util.Optional;

/** Function commander-slots: hears of works, and opens, pauses and closes their slots. */
@ApplicationScoped
class WorkConsumer {

    private final Events events;
    private final Working working;

    WorkConsumer(Events events, Working working) {
        this.events = events;
        this.working = working;
    }

    @Incoming("work")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        events.handle(record, WorkEvent.parser(), this::heard);
    }

    private void heard(ReceivedEvent<WorkEvent> received) {
        WorkEvent event = received.event();
        what(event)
                .ifPresentOrElse(
                        what ->
                                working.heard(
                                        new WorkNews(
                                                new DriverId(event.getDriverId()),
                                                event.getWorkId(),
                                                event.getProduct(),
                                                event.getVersion(),
                                                Timestamps.instant(event.getEventTime()),
                                                what)),
                        () -> events.skipped(Topics.WORK, "unknown"));
    }

    private static Optional<WorkNews.What> what(WorkEvent event) {
        return switch (event.getEventCase()) {
            case BEGUN ->
                    Optional.of(
                            new WorkNews.What.Begun(
                                    Timestamps.instant(event.getBegun().getWindowEndTime())));
            case RESTED -> Optional.of(new WorkNews.What.Rested());
            case RESUMED -> Optional.of(new WorkNews.What.Resumed());
            case ENDING -> Optional.of(new WorkNews.What.Ending());
            case ENDED -> Optional.of(new WorkNews.What.Ended());
            case EVENT_NOT_SET -> Optional.empty();
        };
    }
}
