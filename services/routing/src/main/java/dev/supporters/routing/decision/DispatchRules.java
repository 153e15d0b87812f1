package dev.supporters.routing.decision;

import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_NOT_FIT;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_ROLLED_OUT_NOT;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_WINDOW_CLOSED;

import dev.supporters.contract.CallId;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.routing.policy.RegionPolicy;
import dev.supporters.routing.rollout.Rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why a call is none for supporters: pure, and in the order in which the reasons count. */
final class DispatchRules {

    private static final String FIT = "supporters:fit";

    private DispatchRules() {}

    /** What the policy forbids. */
    static Optional<RoutingReason> forbiddenBy(RegionPolicy policy, CallId callId, Instant now) {
        if (!policy.window().at(now).isPresent()) {
            return Optional.of(ROUTING_REASON_WINDOW_CLOSED);
        }
        if (!Rollout.includes(callId, policy.rolloutPercent())) {
            return Optional.of(ROUTING_REASON_ROLLED_OUT_NOT);
        }
        return Optional.empty();
    }

    /** What the tags forbid. */
    static Optional<RoutingReason> forbiddenBy(List<String> tags) {
        return tags.contains(FIT) ? Optional.empty() : Optional.of(ROUTING_REASON_NOT_FIT);
    }
}
