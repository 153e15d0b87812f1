package dev.supporters.routing.decision;

import dev.supporters.proto.routing.v1.RoutingReason;

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

    /** General dispatch, at once. */
    record General(DecisionContext context, RoutingReason reason) implements RoutingResult {}
}
