package dev.supporters.dispatch.assignment;

import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_ALL_TAKEN;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_ASSIGNED;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_CALL_CLOSED;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_COMMANDER_UNAVAILABLE;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_HELD;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_NOT_FIT;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_NO_SUPPORTER;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_OUTSIDE_ZONE;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_ROLLED_OUT_NOT;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_UNSPECIFIED;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_WINDOW_CLOSED;

import dev.supporters.contract.CallId;
import dev.supporters.proto.events.routing.v1.CommanderAnswer;
import dev.supporters.proto.routing.v1.RoutingReason;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why a call is none for supporters: pure, and in the order in which the reasons count. */
public final class DispatchRules {

    private static final String FIT = "supporters:fit";

    private DispatchRules() {}

    /** What the policy forbids. */
    public static Optional<RoutingReason> forbiddenBy(
            PathPolicy policy, CallId callId, Instant now) {
        if (!policy.window().at(now).isPresent()) {
            return Optional.of(ROUTING_REASON_WINDOW_CLOSED);
        }
        if (!Rollout.includes(callId, policy.rolloutPercent())) {
            return Optional.of(ROUTING_REASON_ROLLED_OUT_NOT);
        }
        return Optional.empty();
    }

    /** What of the request cannot be believed. */
    public static Optional<RoutingReason> doubted(PathPolicy policy, CallToAssign call) {
        return DoubtRule.doubt(policy, call);
    }

    /** What the zones forbid. */
    public static Optional<RoutingReason> forbiddenBy(boolean outsideZones) {
        return outsideZones ? Optional.of(ROUTING_REASON_OUTSIDE_ZONE) : Optional.empty();
    }

    /** What the tags forbid. */
    public static Optional<RoutingReason> forbiddenBy(List<String> tags) {
        return tags.contains(FIT) ? Optional.empty() : Optional.of(ROUTING_REASON_NOT_FIT);
    }

    /** What the commanding function's answer to an offer means. */
    public static RoutingReason answered(
            CommanderAnswer answer, PathPolicy policy, Instant requestTime, Instant now) {
        return switch (answer) {
            case COMMANDER_ANSWER_COMMANDED -> ROUTING_REASON_ASSIGNED;
            case COMMANDER_ANSWER_NONE_FREE ->
                    holds(policy, requestTime, now)
                            ? ROUTING_REASON_HELD
                            : ROUTING_REASON_ALL_TAKEN;
            case COMMANDER_ANSWER_CALL_CLOSED -> ROUTING_REASON_CALL_CLOSED;
            case COMMANDER_ANSWER_UNAVAILABLE -> ROUTING_REASON_COMMANDER_UNAVAILABLE;
            case COMMANDER_ANSWER_UNSPECIFIED, UNRECOGNIZED -> ROUTING_REASON_UNSPECIFIED;
        };
    }

    /** What becomes of a call that finds nobody: it may wait as long as the policy allows. */
    public static RoutingReason withoutSupporter(
            PathPolicy policy, Instant requestTime, Instant now) {
        return holds(policy, requestTime, now) ? ROUTING_REASON_HELD : ROUTING_REASON_NO_SUPPORTER;
    }

    private static boolean holds(PathPolicy policy, Instant requestTime, Instant now) {
        return policy.holdsUntil(requestTime).isAfter(now);
    }
}
