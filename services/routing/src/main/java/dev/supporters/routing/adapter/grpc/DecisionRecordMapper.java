package dev.supporters.routing.adapter.grpc;

import dev.supporters.contract.Money;
import dev.supporters.contract.Place;
import dev.supporters.dispatch.assignment.FreeSupporter;
import dev.supporters.dispatch.assignment.OfferRule.Offer;
import dev.supporters.dispatch.assignment.PathPolicy;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.dispatch.assignment.RankingNotes;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.routing.v1.AppliedExperiment;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.CandidateFilter;
import dev.supporters.proto.events.routing.v1.ChainedCandidate;
import dev.supporters.proto.events.routing.v1.DecisionInputs;
import dev.supporters.proto.events.routing.v1.PolicyNumbers;
import dev.supporters.proto.events.routing.v1.RankedCandidate;
import dev.supporters.proto.policy.v1.ExperimentArm;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.routing.decision.DecisionContext;
import dev.supporters.routing.policy.AppliedArm;
import dev.supporters.routing.policy.RegionPolicy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The records by which decisions can be explained and taken again. */
final class DecisionRecordMapper {

    private DecisionRecordMapper() {}

    static CallRouted record(DecisionContext context, Decision decision, double latencyMillis) {
        CallRouted.Builder record =
                CallRouted.newBuilder()
                        .setDecision(decision)
                        .setEventTime(Timestamps.of(context.time()))
                        .setOrigin(
                                Place.of(context.call().message().getOrigin())
                                        .withoutTexts()
                                        .toProto())
                        .setInputs(inputs(context))
                        .setLatencyMillis(latencyMillis);
        context.policy()
                .flatMap(RegionPolicy::arm)
                .map(DecisionRecordMapper::experiment)
                .ifPresent(record::setExperiment);
        addRanked(context.offer(), record);
        RankingNotes notes = context.offer().ranking().notes();
        if (!notes.equals(RankingNotes.NONE)) {
            record.setRanking(RankingNotesMapper.notes(notes));
        }
        context.chained()
                .forEach(chained ->
                        record.addChained(
                                ChainedCandidate.newBuilder()
                                        .setDriverId(chained.driverId().value())
                                        .setEtaSeconds(chained.etaSeconds())));
        context.unfit()
                .forEach(unfit ->
                        record.addRemoved(supporter(unfit.supporter()).setFilter(unfit.filter())));
        return record.build();
    }

    private static AppliedExperiment experiment(AppliedArm applied) {
        return AppliedExperiment.newBuilder()
                .setName(applied.experiment())
                .setArm(
                        switch (applied.arm()) {
                            case CONTROL -> ExperimentArm.EXPERIMENT_ARM_CONTROL;
                            case TREATMENT -> ExperimentArm.EXPERIMENT_ARM_TREATMENT;
                        })
                .build();
    }

    /** In the order in which the call was offered; those who got no offer apart. */
    private static void addRanked(Offer offer, CallRouted.Builder record) {
        List<RankedCandidate> last = new ArrayList<>(0);
        for (int i = 0; i < offer.filters().size(); i++) {
            CandidateFilter filter = offer.filters().get(i);
            RankedCandidate candidate = ranked(offer.ranking().ranked().get(i), i + 1, filter);
            switch (filter) {
                case CANDIDATE_FILTER_UNSPECIFIED -> record.addCandidates(candidate);
                case CANDIDATE_FILTER_SHIFT_END -> last.add(candidate);
                case CANDIDATE_FILTER_TOO_FAR,
                        CANDIDATE_FILTER_EXCLUDED,
                        CANDIDATE_FILTER_WINDOW_OVER,
                        CANDIDATE_FILTER_NOT_RANKED,
                        CANDIDATE_FILTER_NOT_A_MEMBER,
                        CANDIDATE_FILTER_TAGS,
                        UNRECOGNIZED ->
                        record.addRemoved(candidate);
            }
        }
        record.addAllCandidates(last);
    }

    private static RankedCandidate ranked(
            RankedSupporter ranked, int rank, CandidateFilter filter) {
        RankedCandidate.Builder candidate =
                supporter(ranked.supporter())
                        .setEtaSeconds(ranked.etaSeconds())
                        .setScore(ranked.score())
                        .setRank(rank)
                        .setFilter(filter);
        ranked.keepProbability().ifPresent(candidate::setKeepProbability);
        return candidate.build();
    }

    private static RankedCandidate.Builder supporter(FreeSupporter supporter) {
        RankedCandidate.Builder candidate =
                RankedCandidate.newBuilder()
                        .setDriverId(supporter.driverId().value())
                        .setLocation(supporter.position().toProto());
        if (!supporter.until().equals(Instant.MAX)) {
            candidate.setWindowEndTime(Timestamps.of(supporter.until()));
        }
        return candidate;
    }

    private static DecisionInputs inputs(DecisionContext context) {
        DecisionInputs.Builder inputs =
                DecisionInputs.newBuilder()
                        .setRequestTime(Timestamps.of(context.facts().requestTime()))
                        .setDistanceMeters(context.facts().distanceMeters())
                        .setEstimatedMeters(context.facts().estimatedMeters())
                        .setOutsideZones(context.outside())
                        .setZonesVersion(context.zones().version())
                        .setZonesBasis(context.zones().basis())
                        .setTagsKnown(context.foundTags().isPresent())
                        .setHeld(context.call().message().hasHoldUntilTime())
                        .setCommander(context.commander());
        context.facts().fare().map(Money::toProto).ifPresent(inputs::setFare);
        context.policy().ifPresent(policy -> inputs.setPolicy(numbers(policy.path())));
        return inputs.build();
    }

    private static PolicyNumbers numbers(PathPolicy policy) {
        return PolicyNumbers.newBuilder()
                .setTimeZone(policy.window().zone().getId())
                .setWindowBegin(policy.window().begin().toString())
                .setWindowLength(Timestamps.of(policy.window().length()))
                .setRolloutPercent(policy.rolloutPercent())
                .setMaxPickup(Timestamps.of(policy.maxPickup()))
                .setMaxCandidates(policy.maxCandidates())
                .setAssignment(policy.assignment().toProto())
                .setCurrency(policy.currency())
                .setCalls(policy.calls().toProto())
                .build();
    }
}
