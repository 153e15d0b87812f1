package dev.supporters.routing.decision;

import dev.supporters.proto.routing.v1.RoutingReason;

/** The path of a call, and all that led to it. */
public sealed interface Routed {

    Trail trail();

    RoutingReason reason();

    /** A supporter was commanded. */
    record Assigned(Trail trail, Assignment.Commanded command) implements Routed {

        @Override
        public RoutingReason reason() {
            return RoutingReason.ROUTING_REASON_ASSIGNED;
        }
    }

    /** General dispatch, at once. */
    record General(Trail trail, RoutingReason reason) implements Routed {}
}
