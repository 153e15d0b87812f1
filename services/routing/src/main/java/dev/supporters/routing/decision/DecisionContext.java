package dev.supporters.routing.decision;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.TimeZones;
import dev.supporters.contract.TravelWithoutCar;
import dev.supporters.dispatch.assignment.CallToAssign;
import dev.supporters.dispatch.assignment.ChainedCandidates.ChainedCandidate;
import dev.supporters.dispatch.assignment.DispatchRules;
import dev.supporters.dispatch.assignment.OfferRule.Offer;
import dev.supporters.dispatch.assignment.PathPolicy;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.proto.events.routing.v1.CommanderAnswer;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.routing.decision.DriverAssigner.AssignResult;
import dev.supporters.routing.policy.RegionPolicy;
import dev.supporters.routing.supporter.FreeSupporters.Unfit;
import dev.supporters.routing.supporter.SupporterSearch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was known when a call's path was decided, as far as the decision came.
 *
 * @param facts the call, as far as its path depends on it
 * @param policy which decides; empty as long as none does
 * @param zones what the zones say of the origin
 * @param tags empty as long as tagging has not answered
 * @param unfit supporters in reach who are no candidates
 * @param offer to whom the call was offered
 * @param commander what the commanding function answered
 * @param chained who could have taken the call by chaining; it changes nothing
 */
public record DecisionContext(
        RoutableCall call,
        CallToAssign facts,
        Instant time,
        Optional<RegionPolicy> policy,
        ZoneFinding zones,
        Optional<List<String>> foundTags,
        List<Unfit> unfit,
        Offer offer,
        CommanderAnswer commander,
        List<ChainedCandidate> chained) {

    static DecisionContext of(RoutableCall call, Instant time) {
        return new DecisionContext(
                call,
                call.facts(time),
                time,
                Optional.empty(),
                ZoneFinding.NONE,
                Optional.empty(),
                List.of(),
                Offer.NONE,
                CommanderAnswer.COMMANDER_ANSWER_UNSPECIFIED,
                List.of());
    }

    public String region() {
        return policy.map(RegionPolicy::region).orElse("");
    }

    /** Whether zones applied and the origin was in none. */
    public boolean outside() {
        return zones.outside();
    }

    public long policyVersion() {
        return policy.map(RegionPolicy::version).orElse(0L);
    }

    public List<String> tags() {
        return foundTags.orElse(List.of());
    }

    /** Those to whom the call was offered, best first. */
    public List<RankedSupporter> candidates() {
        return offer.offered();
    }

    /** Who ranked; empty if nobody did. */
    public String model() {
        return offer.ranking().model();
    }

    DecisionContext under(RegionPolicy decides) {
        return new DecisionContext(
                call,
                facts,
                time,
                Optional.of(decides),
                zones,
                foundTags,
                unfit,
                offer,
                commander,
                chained);
    }

    DecisionContext in(ZoneFinding found) {
        return new DecisionContext(
                call, facts, time, policy, found, foundTags, unfit, offer, commander, chained);
    }

    DecisionContext tagged(List<String> found) {
        return new DecisionContext(
                call,
                facts,
                time,
                policy,
                zones,
                Optional.of(found),
                unfit,
                offer,
                commander,
                chained);
    }

    DecisionContext offered(List<Unfit> others, Offer made) {
        return new DecisionContext(
                call, facts, time, policy, zones, foundTags, others, made, commander, chained);
    }

    DecisionContext answered(CommanderAnswer answer) {
        return new DecisionContext(
                call, facts, time, policy, zones, foundTags, unfit, offer, answer, chained);
    }

    DecisionContext chainable(List<ChainedCandidate> found) {
        return found.isEmpty()
                ? this
                : new DecisionContext(
                        call, facts, time, policy, zones, foundTags, unfit, offer, commander,
                        found);
    }

    /** Who may be a candidate, by the policy that decides: not farther away than the longest pickup of now. */
    SupporterSearch search(Set<DriverId> excluded) {
        RegionPolicy decides = policy.orElseThrow();
        PathPolicy rules = decides.path();
        boolean afterMidnight = TimeZones.afterMidnight(time, rules.window().zone());
        return new SupporterSearch(
                call.product(),
                decides.region(),
                call.origin(),
                time,
                TravelWithoutCar.STANDARD.reachMeters(
                        rules.pickupCap(facts.requestTime(), time), afterMidnight),
                rules.maxCandidates(),
                excluded,
                this::admits);
    }

    /** Whether the call may go to a driver with these tags, by the policy that decides. */
    boolean admits(Set<String> ofDriver) {
        return policy.orElseThrow().path().assignment().admits(tags(), ofDriver);
    }

    RoutingResult general(RoutingReason reason) {
        return new RoutingResult.General(this, reason);
    }

    /** Without a command: the call waits for one, or goes to general dispatch. */
    RoutingResult withoutCommand(PathPolicy rules) {
        RoutingReason reason =
                offer.offered().isEmpty()
                        ? DispatchRules.withoutSupporter(rules, facts.requestTime(), time)
                        : DispatchRules.answered(commander, rules, facts.requestTime(), time);
        return reason == RoutingReason.ROUTING_REASON_HELD
                ? new RoutingResult.Held(this, rules.holdsUntil(facts.requestTime()))
                : general(reason);
    }

    RoutingResult assigned(AssignResult.Commanded command) {
        return new RoutingResult.Assigned(this, command);
    }
}
