package dev.supporters.routing.decision;

import static dev.supporters.proto.events.routing.v1.CommanderAnswer.COMMANDER_ANSWER_CALL_CLOSED;
import static dev.supporters.proto.events.routing.v1.CommanderAnswer.COMMANDER_ANSWER_COMMANDED;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_CALL_CLOSED;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_NO_POLICY;

import dev.supporters.contract.CallId;
import dev.supporters.dispatch.assignment.DispatchRules;
import dev.supporters.dispatch.assignment.OfferRule;
import dev.supporters.dispatch.assignment.OfferRule.Offer;
import dev.supporters.dispatch.assignment.PoolCandidates;
import dev.supporters.dispatch.assignment.Ranking;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.dispatch.assignment.solver.WaitingPool;
import dev.supporters.dispatch.assignment.solver.WaitingPool.HeldCall;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.routing.decision.DriverAssigner.AssignOrder;
import dev.supporters.routing.decision.DriverAssigner.AssignResult;
import dev.supporters.routing.decision.PoolRankings.Unranked;
import dev.supporters.routing.policy.RegionPolicies;
import dev.supporters.routing.policy.RegionPolicy;
import dev.supporters.routing.ranking.PoolRanker;
import dev.supporters.routing.ranking.PoolRanker.PoolRanking;
import dev.supporters.routing.supporter.FreeSupporters;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds supporters for the calls that are held, all together: the assignment in which the most customers are expected to keep their
 * drive. It asks the recommendation function once for all of them, and the commander. A call of which nothing is said goes on waiting;
 * so does one for which somebody was chosen who still drives, and nobody else is sent to it meanwhile.
 */
public final class HeldRouter {

    private static final Logger LOG = Logger.getLogger(HeldRouter.class);

    private final RegionPolicies policies;
    private final ZoneCheck zones;
    private final FreeSupporters supporters;
    private final PoolRankings rankings;
    private final DriverAssigner assigner;
    private final ChainedDrives chaining;
    private final Clock clock;

    public HeldRouter(
            RegionPolicies policies,
            ZoneCheck zones,
            FreeSupporters supporters,
            PoolRanker ranker,
            DriverAssigner assigner,
            ChainedDrives chaining,
            Clock clock) {
        this.policies = policies;
        this.zones = zones;
        this.supporters = supporters;
        this.rankings = new PoolRankings(ranker);
        this.assigner = assigner;
        this.chaining = chaining;
        this.clock = clock;
    }

    /** Decides about all calls at once; a call that is given twice counts once. */
    public PoolResult route(List<HeldCallRequest> requests) {
        Instant now = clock.instant();
        List<RoutingResult> results = new ArrayList<>();
        Map<CallId, Unranked> unranked = new HashMap<>();
        for (HeldCallRequest request : requests) {
            DecisionContext context = DecisionContext.of(request.call(), now);
            Optional<RegionPolicy> policy =
                    policies.at(request.call().product(), request.call().origin());
            if (policy.isEmpty()) {
                results.add(context.general(ROUTING_REASON_NO_POLICY));
                continue;
            }
            DecisionContext known = known(context, policy.get());
            forbidden(policy.get(), known)
                    .ifPresentOrElse(
                            reason -> results.add(known.general(reason)),
                            () ->
                                    unranked.put(
                                            request.call().callId(),
                                            unranked(request, policy.get(), known)));
        }
        Map<CallId, PoolRanking> ranked = rankings.rank(unranked.values());
        Map<CallId, WaitingCall> waiting = new HashMap<>();
        unranked.forEach((callId, call) -> waiting.put(callId, waiting(call, ranked.get(callId))));
        List<HeldCall> held = waiting.values().stream().map(WaitingCall::held).toList();
        List<WaitingPool.Pair> pairs = WaitingPool.assign(held);
        for (WaitingPool.Pair pair : pairs) {
            if (pair.candidate().stillDrives()) {
                continue;
            }
            command(waiting.get(pair.callId()), pair).ifPresent(results::add);
        }
        Map<CallId, Ranking> used = new HashMap<>();
        ranked.forEach((callId, ranking) -> used.put(callId, ranking.ranking()));
        return new PoolResult(now, held, pairs, results, used);
    }

    /** Zones may have changed while the call waited; its tags stay. */
    private DecisionContext known(DecisionContext context, RegionPolicy policy) {
        return context.under(policy)
                .tagged(context.call().message().getTagsList())
                .in(
                        zones.find(
                                policy.product(),
                                policy.region(),
                                context.call().origin(),
                                context.time()));
    }

    private static Optional<RoutingReason> forbidden(RegionPolicy policy, DecisionContext context) {
        return DispatchRules.forbiddenBy(policy.path(), context.call().callId(), context.time())
                .or(() -> DispatchRules.forbiddenBy(context.outside()))
                .or(() -> DispatchRules.doubted(policy.path(), context.facts()))
                .or(() -> DispatchRules.forbiddenBy(context.tags()));
    }

    private Unranked unranked(
            HeldCallRequest request, RegionPolicy policy, DecisionContext context) {
        return new Unranked(
                request,
                policy,
                context,
                supporters.near(context.search(request.excluded())).fit(),
                chaining.candidates(policy.path(), context).stream()
                        .filter(chained -> !request.excluded().contains(chained.driverId()))
                        .toList());
    }

    private static WaitingCall waiting(Unranked call, PoolRanking ranked) {
        DecisionContext context = call.context();
        Offer offer =
                OfferRule.choose(
                        call.policy().path(), context.facts(), context.time(), ranked.ranking());
        List<WaitingPool.Candidate> candidates = new ArrayList<>(PoolCandidates.of(offer));
        call.driving().stream()
                .map(chained -> PoolCandidates.stillDriving(chained, ranked.keptAfterDrive()))
                .forEach(candidates::add);
        return new WaitingCall(
                call.request(),
                call.policy(),
                context,
                offer,
                new HeldCall(call.callId(), call.age(), candidates));
    }

    /** The result; empty if the call goes on waiting. */
    private Optional<RoutingResult> command(WaitingCall waiting, WaitingPool.Pair pair) {
        DecisionContext context = waiting.offeredTo(pair);
        AssignOrder order =
                new AssignOrder(
                        waiting.request().requestId(),
                        context.call(),
                        waiting.policy(),
                        context.candidates());
        AssignResult answer;
        try {
            answer = assigner.assign(order);
        } catch (Refusal failure) {
            LOG.debugf("no command callId=%s cause=%s", pair.callId(), failure.reasonName());
            return Optional.empty();
        }
        return switch (answer) {
            case AssignResult.Commanded command -> {
                supporters.engagement(
                        command.driverId(),
                        engagement -> engagement.commanded(command.commandId()));
                chaining.commanded(order, command);
                yield Optional.of(context.answered(COMMANDER_ANSWER_COMMANDED).assigned(command));
            }
            case AssignResult.NoneFree none -> Optional.empty();
            case AssignResult.CallClosed closed ->
                    Optional.of(
                            context.answered(COMMANDER_ANSWER_CALL_CLOSED)
                                    .general(ROUTING_REASON_CALL_CLOSED));
        };
    }

    /**
     * What came of the pool.
     *
     * @param held the calls for which supporters were looked for
     * @param pairs what was found to be best
     * @param results one for each call that no longer waits
     * @param rankings what each of the held calls was ranked by
     */
    public record PoolResult(
            Instant time,
            List<HeldCall> held,
            List<WaitingPool.Pair> pairs,
            List<RoutingResult> results,
            Map<CallId, Ranking> rankings) {

        public PoolResult {
            held = List.copyOf(held);
            pairs = List.copyOf(pairs);
            results = List.copyOf(results);
            rankings = Map.copyOf(rankings);
        }
    }

    private record WaitingCall(
            HeldCallRequest request,
            RegionPolicy policy,
            DecisionContext context,
            Offer offer,
            HeldCall held) {

        /** Only to the one whom the pool chose: the others may be another call's. */
        DecisionContext offeredTo(WaitingPool.Pair pair) {
            List<RankedSupporter> ranked = offer.ranking().ranked();
            int index = 0;
            while (!ranked.get(index).driverId().equals(pair.candidate().driverId())) {
                index++;
            }
            RankedSupporter chosen = ranked.get(index);
            return context.offered(
                    List.of(),
                    new Offer(
                            new Ranking(
                                    List.of(chosen),
                                    offer.ranking().model(),
                                    offer.ranking().notes()),
                            List.of(offer.filters().get(index)),
                            List.of(chosen)));
        }
    }
}
