package dev.supporters.dispatch.assignment;

import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_DOUBTFUL_DISTANCE;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_DOUBTFUL_FARE;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_WRONG_CURRENCY;

import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.Money;
import dev.supporters.proto.routing.v1.RoutingReason;

import java.util.Optional;

/** What of a request cannot be believed: fare and distance are what a client says. What is not known is not doubted. */
final class DoubtRule {

    /** One-way streets and bridges make short ways much longer. */
    private static final int NEVER_DOUBTFUL_METERS = 1_000;

    private DoubtRule() {}

    /** The first doubt; empty if there is none. */
    static Optional<RoutingReason> doubt(PathPolicy policy, CallToAssign call) {
        if (call.fare().filter(fare -> isForeign(fare, policy.currency())).isPresent()) {
            return Optional.of(ROUTING_REASON_WRONG_CURRENCY);
        }
        if (isDistanceDoubtful(policy.calls(), call)) {
            return Optional.of(ROUTING_REASON_DOUBTFUL_DISTANCE);
        }
        return call.fare().filter(fare -> isFareDoubtful(policy.calls(), call, fare)).isPresent()
                ? Optional.of(ROUTING_REASON_DOUBTFUL_FARE)
                : Optional.empty();
    }

    /** Nothing is the same in every currency. */
    private static boolean isForeign(Money fare, String currency) {
        return fare.amount() != 0 && !currency.isEmpty() && !fare.currency().equals(currency);
    }

    private static boolean isDistanceDoubtful(CallPolicy policy, CallToAssign call) {
        int said = call.distanceMeters();
        int estimate = call.estimatedMeters();
        return policy.distancePercent() > 0
                && said > 0
                && estimate > 0
                && Math.abs(said - estimate) > NEVER_DOUBTFUL_METERS
                && areFarApart(said, estimate, policy.distancePercent());
    }

    /** By the estimated distance: what the client says counts only where the places do not tell it. */
    private static boolean isFareDoubtful(CallPolicy policy, CallToAssign call, Money fare) {
        int meters = call.estimatedMeters() > 0 ? call.estimatedMeters() : call.distanceMeters();
        return policy.farePercent() > 0
                && meters > 0
                && areFarApart(fare.amount(), policy.estimatedFare(meters), policy.farePercent());
    }

    private static boolean areFarApart(double one, double other, int percent) {
        return Math.max(one, other) > Math.min(one, other) * (1 + percent / 100.0);
    }
}
