package dev.supporters.routing.decision;

import static dev.supporters.proto.events.routing.v1.CommanderAnswer.COMMANDER_ANSWER_CALL_CLOSED;
import static dev.supporters.proto.events.routing.v1.CommanderAnswer.COMMANDER_ANSWER_COMMANDED;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_CALL_CLOSED;
import static dev.supporters.proto.routing.v1.RoutingReason.ROUTING_REASON_NO_POLICY;

import dev.supporters.contract.CallId;
import dev.supporters.contract.TimeZones;
import dev.supporters.dispatch.assignment.DispatchRules;
import dev.supporters.dispatch.assignment.OfferRule;
import dev.supporters.dispatch.assignment.OfferRule.Offer;
import dev.supporters.dispatch.assignment.PoolCandidates;
import dev.supporters.dispatch.assignment.Ranking;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.dispatch.assignment.StraightLineEstimate;
import dev.supporters.dispatch.assignment.solver.WaitingPool;
import dev.supporters.dispatch.assignment.solver.WaitingPool.HeldCall;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.routing.policy.RegionPolicies;
import dev.supporters.routing.policy.RegionPolicy;
import dev.supporters.routing.supporter.FreeSupporters;
import dev.supporters.routing.supporter.FreeSupporters.NearbySupporters;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds supporters for the calls that are held, all together: the assignment in which the most customers are expected to keep their
 * drive. It asks nobody but the commander. A call of which nothing is said goes on waiting; so does one for which somebody was chosen who
 * still drives, and nobody else is sent to it meanwhile.
 */
public final class HeldRouter {

    private static final Logger LOG = Logger.getLogger(HeldRouter.class);

    private final RegionPolicies policies;
    private final ZoneCheck zones;
    private final FreeSupporters supporters;
    private final DriverAssigner assigner;
    private final ChainedDrives chaining;
    private final Clock clock;

    public HeldRouter(
            RegionPolicies policies,
            ZoneCheck zones,
            FreeSupporters supporters,
            DriverAssigner assigner,
            ChainedDrives chaining,
            Clock clock) {
        this.policies = policies;
        this.zones = zones;
        this.supporters = supporters;
        this.assigner = assigner;
        this.chaining = chaining;
        this.clock = clock;
    }

    /** Decides about all calls at once; a call that is given twice counts once. */
    public PoolResult route(List<HeldCallRequest> requests) {
        Instant now = clock.instant();
        List<RoutingResult> results = new ArrayList<>();
        Map<CallId, WaitingCall> waiting = new HashMap<>();
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
                                    waiting.put(
                                            request.call().callId(),
                                            waiting(request, policy.get(), known)));
        }
        List<HeldCall> held = waiting.values().stream().map(WaitingCall::held).toList();
        List<WaitingPool.Pair> pairs = WaitingPool.assign(held);
        for (WaitingPool.Pair pair : pairs) {
            if (pair.candidate().stillDrives()) {
                continue;
            }
            command(waiting.get(pair.callId()), pair).ifPresent(results::add);
        }
        return new PoolResult(now, held, pairs, results);
    }

    /** Zones may have changed while the call waited; its tags stay. */
    private DecisionContext known(DecisionContext context, RegionPolicy policy) {
        DecisionContext known =
                context.under(policy).tagged(context.call().message().getTagsList());
        return zones.outside(
                        policy.product(), policy.region(), context.call().origin(), context.time())
                ? known.outsideZones()
                : known;
    }

    private static Optional<RoutingReason> forbidden(RegionPolicy policy, DecisionContext context) {
        return DispatchRules.forbiddenBy(policy.path(), context.call().callId(), context.time())
                .or(() -> DispatchRules.forbiddenBy(context.outside()))
                .or(() -> DispatchRules.doubted(policy.path(), context.facts()))
                .or(() -> DispatchRules.forbiddenBy(context.tags()));
    }

    private WaitingCall waiting(
            HeldCallRequest request, RegionPolicy policy, DecisionContext context) {
        NearbySupporters near = supporters.near(context.search(request.excluded()));
        boolean afterMidnight =
                TimeZones.afterMidnight(context.time(), policy.path().window().zone());
        Ranking ranking =
                new Ranking(
                        StraightLineEstimate.rank(
                                near.fit(), request.call().origin(), afterMidnight),
                        StraightLineEstimate.MODEL);
        Offer offer = OfferRule.choose(policy.path(), context.facts(), context.time(), ranking);
        Duration age = Duration.between(context.facts().requestTime(), context.time());
        return new WaitingCall(
                request,
                policy,
                context,
                offer,
                new HeldCall(
                        request.call().callId(),
                        age.isNegative() ? Duration.ZERO : age,
                        candidates(request, policy, context, offer)));
    }

    private List<WaitingPool.Candidate> candidates(
            HeldCallRequest request, RegionPolicy policy, DecisionContext context, Offer offer) {
        List<WaitingPool.Candidate> candidates = new ArrayList<>(PoolCandidates.of(offer));
        chaining.candidates(policy.path(), context).stream()
                .filter(chained -> !request.excluded().contains(chained.driverId()))
                .filter(chained ->
                        supporters.takesPart(chained.driverId(), context.call().product()))
                .filter(chained -> context.admits(supporters.tagsOf(chained.driverId())))
                .map(PoolCandidates::stillDriving)
                .forEach(candidates::add);
        return candidates;
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
     */
    public record PoolResult(
            Instant time,
            List<HeldCall> held,
            List<WaitingPool.Pair> pairs,
            List<RoutingResult> results) {

        public PoolResult {
            held = List.copyOf(held);
            pairs = List.copyOf(pairs);
            results = List.copyOf(results);
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
                            new Ranking(List.of(chosen), offer.ranking().model()),
                            List.of(offer.filters().get(index)),
                            List.of(chosen)));
        }
    }
}
