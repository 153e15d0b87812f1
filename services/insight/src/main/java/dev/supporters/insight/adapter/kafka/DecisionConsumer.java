package dev.supporters.insight.adapter.kafka;

import dev.supporters.insight.decision.DecisionService;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.ReceivedEvent;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.routing.v1.RoutingEvent;

import io.smallrye.common.annotation.Blocking;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A part of the function insight-projector: keeps the records of decisions. */
@ApplicationScoped
class DecisionConsumer {

    private final Events events;
    private final DecisionService decisions;

    DecisionConsumer(Events events, DecisionService decisions) {
        this.events = events;
        this.decisions = decisions;
    }

    @Incoming("routing")
    @Blocking
    void onRouting(ConsumerRecords<String, byte[]> records) {
        events.handleAll("routing", records, RoutingEvent.parser(), this::apply);
    }

    void apply(ReceivedEvent<RoutingEvent> received) {
        switch (received.event().getEventCase()) {
            case ROUTED -> decisions.keep(received.id(), received.event().getRouted());
            case POOL -> decisions.keep(received.id(), received.event().getPool());
            case EVENT_NOT_SET -> events.skipped(Topics.ROUTING, "unknown");
        }
    }
}
