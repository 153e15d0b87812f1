package dev.supporters.dispatch.assignment;

import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_NO_POLICY;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_TAGGING_UNAVAILABLE;

import dev.supporters.contract.TimeZones;
import dev.supporters.dispatch.assignment.OfferRule.Offer;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.proto.routing.v1.RoutingReason;

import java.util.Optional;

/**
 * The path of a call, and the offer that led to it.
 *
 * @param reason ASSIGNED: to a supporter; HELD: waits for one; UNSPECIFIED: the inputs have no answer to this offer; any other:
 *     general dispatch
 */
public record PathOutcome(RoutingReason reason, Offer offer) {

    /** Takes a decision from everything that it depends on. The same inputs give the same outcome, bit for bit. */
    public static PathOutcome of(PathInputs inputs) {
        if (inputs.policy().isEmpty()) {
            return withoutOffer(ROUTING_REASON_NO_POLICY);
        }
        PathPolicy policy = inputs.policy().get();
        return DispatchRules.forbiddenBy(policy, inputs.call().callId(), inputs.time())
                .or(() -> DispatchRules.forbiddenBy(inputs.outsideZones()))
                .or(() -> DispatchRules.doubted(policy, inputs.call()))
                .or(() -> forbiddenByTags(inputs))
                .map(PathOutcome::withoutOffer)
                .orElseGet(() -> offered(policy, inputs));
    }

    private static Optional<RoutingReason> forbiddenByTags(PathInputs inputs) {
        return inputs.tags().isEmpty()
                ? Optional.of(ROUTING_REASON_TAGGING_UNAVAILABLE)
                : DispatchRules.forbiddenBy(inputs.tags().get());
    }

    private static PathOutcome offered(PathPolicy policy, PathInputs inputs) {
        Offer offer =
                OfferRule.choose(policy, inputs.call(), inputs.time(), ranking(policy, inputs));
        RoutingReason reason =
                offer.offered().isEmpty()
                        ? DispatchRules.withoutSupporter(
                                policy, inputs.call().requestTime(), inputs.time())
                        : DispatchRules.answered(
                                inputs.commander(),
                                policy,
                                inputs.call().requestTime(),
                                inputs.time());
        return new PathOutcome(reason, offer);
    }

    /** What another function ranked is an input. What was ranked by the straight line is ranked again. */
    private static Ranking ranking(PathPolicy policy, PathInputs inputs) {
        Ranking recorded = inputs.ranking();
        if (!recorded.model().equals(StraightLineEstimate.MODEL)) {
            return recorded;
        }
        return new Ranking(
                StraightLineEstimate.rank(
                        recorded.ranked().stream().map(RankedSupporter::supporter).toList(),
                        inputs.call().origin(),
                        TimeZones.afterMidnight(inputs.time(), policy.window().zone())),
                recorded.model());
    }

    private static PathOutcome withoutOffer(RoutingReason reason) {
        return new PathOutcome(reason, Offer.NONE);
    }
}
