package dev.supporters.routing.decision;

import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_ALL_TAKEN;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_CALL_CLOSED;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_COMMANDER_UNAVAILABLE;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_NO_POLICY;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_NO_SUPPORTER;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_TAGGING_UNAVAILABLE;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.routing.policy.Policies;
import dev.supporters.routing.policy.RegionPolicy;
import dev.supporters.routing.ranking.Ranker;
import dev.supporters.routing.ranking.Ranking;
import dev.supporters.routing.ranking.RankingQuestion;
import dev.supporters.routing.ranking.StraightLineEstimate;
import dev.supporters.routing.supporter.FreeSupporter;
import dev.supporters.routing.supporter.FreeSupporters;
import dev.supporters.routing.supporter.Search;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides the path of a call. Whatever fails on the supporters' path is a decision for general dispatch; only a failing ranking
 * has a substitute. The same ports and the same clock give the same decision.
 */
public final class Router {

    private static final Logger LOG = Logger.getLogger(Router.class);

    private final Policies policies;
    private final FreeSupporters supporters;
    private final Tagger tagger;
    private final Ranker ranker;
    private final Commander commander;
    private final Clock clock;

    public Router(
            Policies policies,
            FreeSupporters supporters,
            Tagger tagger,
            Ranker ranker,
            Commander commander,
            Clock clock) {
        this.policies = policies;
        this.supporters = supporters;
        this.tagger = tagger;
        this.ranker = ranker;
        this.commander = commander;
        this.clock = clock;
    }

    public Routed route(String requestId, RoutableCall call, Set<String> excluded) {
        Trail trail = Trail.of(call, clock.instant());
        Optional<RegionPolicy> policy = policies.at(call.product(), call.origin());
        if (policy.isEmpty()) {
            return trail.general(ROUTING_REASON_NO_POLICY);
        }
        return underPolicy(requestId, policy.get(), excluded, trail.under(policy.get()));
    }

    private Routed underPolicy(
            String requestId, RegionPolicy policy, Set<String> excluded, Trail trail) {
        Optional<RoutingReason> forbidden =
                DispatchRules.forbiddenBy(policy, trail.call().callId(), trail.time());
        if (forbidden.isPresent()) {
            return trail.general(forbidden.get());
        }
        List<String> tags;
        try {
            tags = tagger.tagsOf(trail.call().message());
        } catch (Refusal failure) {
            LOG.debugf("no tags callId=%s cause=%s", trail.call().callId(), failure.reasonName());
            return trail.general(ROUTING_REASON_TAGGING_UNAVAILABLE);
        }
        Trail tagged = trail.tagged(tags);
        return DispatchRules.forbiddenBy(tags)
                .map(tagged::general)
                .orElseGet(() -> toSupporter(requestId, policy, excluded, tagged));
    }

    private Routed toSupporter(
            String requestId, RegionPolicy policy, Set<String> excluded, Trail trail) {
        boolean afterMidnight = afterMidnight(policy, trail);
        List<FreeSupporter> near =
                supporters.near(
                        new Search(
                                trail.call().product(),
                                policy.name(),
                                trail.call().origin(),
                                trail.time(),
                                StraightLineEstimate.reachMeters(policy.maxPickup(), afterMidnight),
                                policy.maxCandidates(),
                                excluded));
        if (near.isEmpty()) {
            return trail.general(ROUTING_REASON_NO_SUPPORTER);
        }
        Ranking ranking = rank(near, policy, trail).within(policy.maxPickup());
        Trail ranked = trail.ranked(ranking);
        if (ranking.ranked().isEmpty()) {
            return ranked.general(ROUTING_REASON_NO_SUPPORTER);
        }
        return command(new Order(requestId, trail.call(), policy, ranking.ranked()), ranked);
    }

    private Ranking rank(List<FreeSupporter> near, RegionPolicy policy, Trail trail) {
        RoutableCall call = trail.call();
        try {
            return ranker.rank(
                    new RankingQuestion(
                            call.callId(),
                            call.product(),
                            call.origin(),
                            trail.time(),
                            policy.window().zone(),
                            near));
        } catch (Refusal failure) {
            LOG.debugf("ranked here callId=%s cause=%s", call.callId(), failure.reasonName());
            return new Ranking(
                    StraightLineEstimate.rank(near, call.origin(), afterMidnight(policy, trail)),
                    StraightLineEstimate.MODEL);
        }
    }

    private Routed command(Order order, Trail trail) {
        Assignment assignment;
        try {
            assignment = commander.assign(order);
        } catch (Refusal failure) {
            LOG.debugf(
                    "no command callId=%s cause=%s", order.call().callId(), failure.reasonName());
            return trail.general(ROUTING_REASON_COMMANDER_UNAVAILABLE);
        }
        return switch (assignment) {
            case Assignment.Commanded command -> {
                supporters.engagement(
                        command.driverId(),
                        engagement -> engagement.commanded(command.commandId()));
                yield trail.assigned(command);
            }
            case Assignment.NoneFree none -> trail.general(ROUTING_REASON_ALL_TAKEN);
            case Assignment.Closed closed -> trail.general(ROUTING_REASON_CALL_CLOSED);
        };
    }

    private static boolean afterMidnight(RegionPolicy policy, Trail trail) {
        return StraightLineEstimate.afterMidnight(trail.time(), policy.window().zone());
    }
}
