package dev.supporters.routing.adapter.kafka;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.routing.results.LegacySystem.DispatchResult;
import dev.supporters.routing.results.ResultTeller;

import io.smallrye.reactive.messaging.annotations.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The function routing-results: what was accepted becomes known to the legacy system. Each result is of another call, so several are
 * told at the same time, in no order: one that the legacy system does not take keeps no other waiting.
 */
@ApplicationScoped
class RoutingResultsConsumer {

    private static final String CHANNEL = "activity";

    private final Events events;
    private final ResultTeller teller;

    RoutingResultsConsumer(Events events, ResultTeller teller) {
        this.events = events;
        this.teller = teller;
    }

    @Incoming(CHANNEL)
    @Blocking(value = "routing-results", ordered = false)
    void on(ConsumerRecord<String, byte[]> record) {
        events.handle(CHANNEL, record, ActivityEvent.parser(), this::apply);
    }

    private void apply(ReceivedEvent<ActivityEvent> received) {
        ActivityEvent event = received.event();
        switch (event.getEventCase()) {
            case ACCEPTED -> accepted(event);
            case COMMANDED,
                    REFUSED,
                    ARRIVED,
                    PICKED_UP,
                    COMPLETED,
                    CANCELLED -> {} // the legacy system hears of those elsewhere
            case EVENT_NOT_SET -> events.skipped(Topics.ACTIVITY, "unknown");
        }
    }

    private void accepted(ActivityEvent event) {
        boolean told =
                teller.tell(
                        new DispatchResult(
                                new CallId(event.getCallId()),
                                new DriverId(event.getDriverId()),
                                event.getCommandId(),
                                Timestamps.instant(event.getEventTime())));
        if (!told) {
            events.skipped(Topics.ACTIVITY, "accepted long ago");
        }
    }
}
