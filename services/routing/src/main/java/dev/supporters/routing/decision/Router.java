package dev.supporters.routing.decision;

import static dev.supporters.proto.events.routing.v1.CommanderAnswer.COMMANDER_ANSWER_CALL_CLOSED;
import static dev.supporters.proto.events.routing.v1.CommanderAnswer.COMMANDER_ANSWER_COMMANDED;
import static dev.supporters.proto.events.routing.v1.CommanderAnswer.COMMANDER_ANSWER_NONE_FREE;
import static dev.supporters.proto.events.routing.v1.CommanderAnswer.COMMANDER_ANSWER_UNAVAILABLE;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_NO_POLICY;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_OUTSIDE_ZONE;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_TAGGING_UNAVAILABLE;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.TimeZones;
import dev.supporters.dispatch.assignment.DispatchRules;
import dev.supporters.dispatch.assignment.FreeSupporter;
import dev.supporters.dispatch.assignment.OfferRule;
import dev.supporters.dispatch.assignment.OfferRule.Offer;
import dev.supporters.dispatch.assignment.PathPolicy;
import dev.supporters.dispatch.assignment.Ranking;
import dev.supporters.dispatch.assignment.StraightLineEstimate;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.routing.decision.DriverAssigner.AssignOrder;
import dev.supporters.routing.decision.DriverAssigner.AssignResult;
import dev.supporters.routing.policy.RegionPolicies;
import dev.supporters.routing.policy.RegionPolicy;
import dev.supporters.routing.ranking.Ranker;
import dev.supporters.routing.supporter.FreeSupporters;
import dev.supporters.routing.supporter.FreeSupporters.NearbySupporters;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides the path of a call. Whatever fails on the supporters' path is a decision for general dispatch; only a failing ranking
 * has a substitute. The same ports and the same clock give the same decision.
 */
public final class Router {

    private static final Logger LOG = Logger.getLogger(Router.class);

    private final RegionPolicies policies;
    private final ZoneCheck zones;
    private final FreeSupporters supporters;
    private final Tagger tagger;
    private final Ranker ranker;
    private final DriverAssigner assigner;
    private final ChainedDrives chaining;
    private final Clock clock;

    public Router(
            RegionPolicies policies,
            ZoneCheck zones,
            FreeSupporters supporters,
            Tagger tagger,
            Ranker ranker,
            DriverAssigner assigner,
            ChainedDrives chaining,
            Clock clock) {
        this.policies = policies;
        this.zones = zones;
        this.supporters = supporters;
        this.tagger = tagger;
        this.ranker = ranker;
        this.assigner = assigner;
        this.chaining = chaining;
        this.clock = clock;
    }

    public RoutingResult route(String requestId, RoutableCall call, Set<DriverId> excluded) {
        DecisionContext context = DecisionContext.of(call, clock.instant());
        Optional<RegionPolicy> policy = policies.at(call.product(), call.origin());
        if (policy.isEmpty()) {
            return context.general(ROUTING_REASON_NO_POLICY);
        }
        return underPolicy(requestId, policy.get(), excluded, context.under(policy.get()));
    }

    private RoutingResult underPolicy(
            String requestId,
            RegionPolicy policy,
            Set<DriverId> excluded,
            DecisionContext context) {
        Optional<RoutingReason> forbidden =
                DispatchRules.forbiddenBy(policy.path(), context.call().callId(), context.time());
        if (forbidden.isPresent()) {
            return context.general(forbidden.get());
        }
        DecisionContext placed =
                context.in(
                        zones.find(
                                policy.product(),
                                policy.region(),
                                context.call().origin(),
                                context.time()));
        if (placed.outside()) {
            return placed.general(ROUTING_REASON_OUTSIDE_ZONE);
        }
        Optional<RoutingReason> doubt = DispatchRules.doubted(policy.path(), placed.facts());
        if (doubt.isPresent()) {
            return placed.general(doubt.get());
        }
        List<String> tags;
        try {
            tags = tagger.tagsOf(placed.call().message());
        } catch (Refusal failure) {
            LOG.debugf("no tags callId=%s cause=%s", context.call().callId(), failure.reasonName());
            return placed.general(ROUTING_REASON_TAGGING_UNAVAILABLE);
        }
        DecisionContext tagged = placed.tagged(tags);
        return DispatchRules.forbiddenBy(tags)
                .map(tagged::general)
                .orElseGet(() ->
                        toSupporter(
                                requestId,
                                policy,
                                excluded,
                                tagged.chainable(chaining.candidates(policy.path(), tagged))));
    }

    private RoutingResult toSupporter(
            String requestId,
            RegionPolicy policy,
            Set<DriverId> excluded,
            DecisionContext context) {
        PathPolicy rules = policy.path();
        NearbySupporters near = supporters.near(context.search(excluded));
        if (near.fit().isEmpty()) {
            return context.offered(near.unfit(), Offer.NONE).withoutCommand(rules);
        }
        Ranking ranking = rank(near.fit(), policy, context);
        Offer offer = OfferRule.choose(rules, context.facts(), context.time(), ranking);
        DecisionContext offered = context.offered(near.withUnranked(ranking), offer);
        return offer.offered().isEmpty()
                ? offered.withoutCommand(rules)
                : command(
                        new AssignOrder(requestId, context.call(), policy, offer.offered()),
                        offered);
    }

    private Ranking rank(List<FreeSupporter> near, RegionPolicy policy, DecisionContext context) {
        RoutableCall call = context.call();
        try {
            return ranker.rank(
                    new Ranker.Question(
                            call.callId(),
                            call.product(),
                            policy.region(),
                            Duration.between(context.facts().requestTime(), context.time()),
                            call.origin(),
                            context.time(),
                            policy.path().window().zone(),
                            near));
        } catch (Refusal failure) {
            LOG.debugf("ranked here callId=%s cause=%s", call.callId(), failure.reasonName());
            return new Ranking(
                    StraightLineEstimate.rank(near, call.origin(), afterMidnight(policy, context)),
                    StraightLineEstimate.MODEL);
        }
    }

    private RoutingResult command(AssignOrder order, DecisionContext context) {
        PathPolicy rules = order.policy().path();
        AssignResult assignment;
        try {
            assignment = assigner.assign(order);
        } catch (Refusal failure) {
            LOG.debugf(
                    "no command callId=%s cause=%s", order.call().callId(), failure.reasonName());
            return context.answered(COMMANDER_ANSWER_UNAVAILABLE).withoutCommand(rules);
        }
        return switch (assignment) {
            case AssignResult.Commanded command -> {
                supporters.engagement(
                        command.driverId(),
                        engagement -> engagement.commanded(command.commandId()));
                chaining.commanded(order, command);
                yield context.answered(COMMANDER_ANSWER_COMMANDED).assigned(command);
            }
            case AssignResult.NoneFree none ->
                    context.answered(COMMANDER_ANSWER_NONE_FREE).withoutCommand(rules);
            case AssignResult.CallClosed closed ->
                    context.answered(COMMANDER_ANSWER_CALL_CLOSED).withoutCommand(rules);
        };
    }

    private static boolean afterMidnight(RegionPolicy policy, DecisionContext context) {
        return TimeZones.afterMidnight(context.time(), policy.path().window().zone());
    }
}
