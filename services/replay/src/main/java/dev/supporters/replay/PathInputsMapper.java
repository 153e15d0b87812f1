package dev.supporters.replay;

import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallId;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Money;
import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkWindow;
import dev.supporters.dispatch.assignment.CallToAssign;
import dev.supporters.dispatch.assignment.FreeSupporter;
import dev.supporters.dispatch.assignment.PathInputs;
import dev.supporters.dispatch.assignment.PathPolicy;
import dev.supporters.dispatch.assignment.Ranking;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.DecisionInputs;
import dev.supporters.proto.events.routing.v1.PolicyNumbers;
import dev.supporters.proto.events.routing.v1.RankedCandidate;
import dev.supporters.proto.policy.v1.Policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Reads what a decision depended on from its record. */
final class PathInputsMapper {

    private PathInputsMapper() {}

    static PathInputs inputs(CallRouted record) {
        DecisionInputs inputs = record.getInputs();
        return new PathInputs(
                new CallToAssign(
                        new CallId(record.getDecision().getCallId()),
                        Place.of(record.getOrigin())
                                .position()
                                .orElseThrow(
                                        () -> Refusal.invalid("origin", "nothing", "a position")),
                        Timestamps.instant(inputs.getRequestTime()),
                        inputs.getDistanceMeters(),
                        inputs.getEstimatedMeters(),
                        inputs.hasFare()
                                ? Optional.of(Money.of(inputs.getFare()))
                                : Optional.empty()),
                Timestamps.instant(record.getEventTime()),
                inputs.hasPolicy() ? Optional.of(policy(inputs.getPolicy())) : Optional.empty(),
                inputs.getOutsideZones(),
                inputs.getTagsKnown()
                        ? Optional.of(record.getDecision().getTagsList())
                        : Optional.empty(),
                ranking(record),
                inputs.getCommander());
    }

    private static PathPolicy policy(PolicyNumbers numbers) {
        Policy parts =
                Policy.newBuilder()
                        .setAssignment(numbers.getAssignment())
                        .setCalls(numbers.getCalls())
                        .build();
        return new PathPolicy(
                WorkWindow.parse(
                        numbers.getTimeZone(),
                        numbers.getWindowBegin(),
                        Timestamps.duration(numbers.getWindowLength())),
                numbers.getRolloutPercent(),
                Timestamps.duration(numbers.getMaxPickup()),
                numbers.getMaxCandidates(),
                AssignmentPolicy.of(parts),
                numbers.getCurrency(),
                CallPolicy.of(parts));
    }

    /** Those who were ranked, in the order of the model. */
    private static Ranking ranking(CallRouted record) {
        List<RankedSupporter> ranked =
                Stream.concat(record.getCandidatesList().stream(), record.getRemovedList().stream())
                        .filter(candidate -> candidate.getRank() > 0)
                        .sorted(Comparator.comparingInt(RankedCandidate::getRank))
                        .map(PathInputsMapper::ranked)
                        .toList();
        return new Ranking(ranked, record.getDecision().getModel());
    }

    /** Product, region and cell decided who was found; after that nothing depends on them. */
    private static RankedSupporter ranked(RankedCandidate candidate) {
        FreeSupporter supporter =
                new FreeSupporter(
                        new DriverId(candidate.getDriverId()),
                        Position.of(candidate.getLocation()),
                        0,
                        Product.PRODUCT_UNSPECIFIED,
                        "",
                        candidate.hasWindowEndTime()
                                ? Timestamps.instant(candidate.getWindowEndTime())
                                : Instant.MAX);
        return new RankedSupporter(
                supporter,
                candidate.getEtaSeconds(),
                candidate.getScore(),
                candidate.hasKeepProbability()
                        ? OptionalDouble.of(candidate.getKeepProbability())
                        : OptionalDouble.empty());
    }
}
