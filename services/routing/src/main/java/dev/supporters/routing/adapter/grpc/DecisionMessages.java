package dev.supporters.routing.adapter.grpc;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.routing.decision.DecisionContext;
import dev.supporters.routing.decision.HeldRouter.PoolResult;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells the records of decisions. One that is lost in a crash can be borne. */
@ApplicationScoped
class DecisionMessages {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final String POOL_KEY = "pool";

    private final Events events;

    DecisionMessages(Events events) {
        this.events = events;
    }

    void decided(DecisionContext context, Decision decision, long nanos) {
        RoutingEvent event =
                RoutingEvent.newBuilder()
                        .setRouted(
                                DecisionRecordMapper.record(
                                        context, decision, nanos / NANOS_PER_MILLI))
                        .build();
        publish(context.call().callId().value(), "supporters.routing.routed.v1", event);
    }

    /** Only if anything could be chosen. */
    void poolSolved(PoolResult pool, long nanos) {
        if (pool.pairs().isEmpty()) {
            return;
        }
        RoutingEvent event =
                RoutingEvent.newBuilder()
                        .setPool(PoolRecordMapper.record(pool, nanos / NANOS_PER_MILLI))
                        .build();
        publish(POOL_KEY, "supporters.routing.pool-solved.v1", event);
    }

    private void publish(String key, String type, RoutingEvent event) {
        events.publish(new Event(Topics.ROUTING, key, type, event));
    }
}
