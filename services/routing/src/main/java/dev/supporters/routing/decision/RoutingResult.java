package dev.supporters.routing.decision;

import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.routing.decision.DriverAssigner.AssignResult;

import java.time.Instant;

/** The path of a call, and all that led to it. */
public sealed interface RoutingResult {

    DecisionContext context();

    RoutingReason reason();

    /** A supporter was commanded. */
    record Assigned(DecisionContext context, AssignResult.Commanded command)
            implements RoutingResult {

        @Override
        public RoutingReason reason() {
            return RoutingReason.ROUTING_REASON_ASSIGNED;
        }
    }

    /** Waits for a supporter. */
    record Held(DecisionContext context, Instant until) implements RoutingResult {

        @Override
        public RoutingReason reason() {
            return RoutingReason.ROUTING_REASON_HELD;
        }
    }

    /** General dispatch, at once. */
    record General(DecisionContext context, RoutingReason reason) implements RoutingResult {}
}
