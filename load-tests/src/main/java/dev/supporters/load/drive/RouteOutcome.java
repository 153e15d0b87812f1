package dev.supporters.load.drive;

import dev.supporters.proto.routing.v1.RoutingReason;

import io.grpc.Status;

/** What came of a request. */
public sealed interface RouteOutcome {

    /** A decision. */
    record Decided(RoutingReason reason) implements RouteOutcome {}

    /** None. */
    record RequestFailed(Status.Code code) implements RouteOutcome {}

    default boolean assigned() {
        return this instanceof Decided decided
                && decided.reason() == RoutingReason.ROUTING_REASON_ASSIGNED;
    }

    default String text() {
        return switch (this) {
            case Decided decided -> decided.reason().name().substring("ROUTING_REASON_".length());
            case RequestFailed failed -> "failed: " + failed.code();
        };
    }
}
