package dev.supporters.replay;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.supporters.dispatch.assignment.OfferRule.Offer;
import dev.supporters.dispatch.assignment.PathInputs;
import dev.supporters.dispatch.assignment.PathOutcome;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.CandidateFilter;
import dev.supporters.proto.events.routing.v1.RankedCandidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The recorded path of a call.
 *
 * @param differences what came out otherwise when the decision was taken again
 */
record RecordedPath(CallRouted record, ReplayStatus result, List<String> differences)
        implements Recorded {

    RecordedPath {
        differences = List.copyOf(differences);
    }

    static RecordedPath of(CallRouted record) {
        if (!record.hasInputs()) {
            return new RecordedPath(record, ReplayStatus.WITHOUT_INPUTS, List.of());
        }
        PathInputs inputs = PathInputsMapper.inputs(record);
        List<String> differences = differences(record, PathOutcome.of(inputs));
        return new RecordedPath(
                record,
                differences.isEmpty() ? ReplayStatus.SAME : ReplayStatus.DIFFERENT,
                differences);
    }

    @Override
    public List<String> explain(Phrases phrases) {
        return PathExplanation.lines(record, phrases);
    }

    private static List<String> differences(CallRouted record, PathOutcome again) {
        List<String> found = new ArrayList<>();
        compare("reason", record.getDecision().getReason(), again.reason(), found);
        compare(
                "offered",
                record.getCandidatesList().stream().map(RankedCandidate::getDriverId).toList(),
                again.offer().offered().stream().map(ranked -> ranked.driverId().value()).toList(),
                found);
        compareCandidates(record, again.offer(), found);
        return found;
    }

    private static void compareCandidates(CallRouted record, Offer again, List<String> found) {
        Map<Integer, RankedCandidate> byRank =
                Stream.concat(record.getCandidatesList().stream(), record.getRemovedList().stream())
                        .filter(candidate -> candidate.getRank() > 0)
                        .collect(toMap(RankedCandidate::getRank, identity(), (one, other) -> one));
        compare("ranked", byRank.size(), again.filters().size(), found);
        for (int i = 0; i < again.filters().size(); i++) {
            RankedCandidate recorded =
                    byRank.getOrDefault(i + 1, RankedCandidate.getDefaultInstance());
            RankedSupporter ranked = again.ranking().ranked().get(i);
            String name = "rank " + (i + 1);
            compare(name, bits(recorded), bits(ranked, again.filters().get(i)), found);
        }
    }

    private static String bits(RankedCandidate candidate) {
        return bits(
                candidate.getDriverId(),
                candidate.getEtaSeconds(),
                candidate.getScore(),
                candidate.getFilter());
    }

    private static String bits(RankedSupporter ranked, CandidateFilter filter) {
        return bits(ranked.driverId().value(), ranked.etaSeconds(), ranked.score(), filter);
    }

    /** The score by its bits: nothing is rounded away. */
    private static String bits(
            String driverId, int etaSeconds, double score, CandidateFilter filter) {
        return "%s eta=%ds score=%s filter=%s"
                .formatted(driverId, etaSeconds, Double.toHexString(score), filter);
    }

    private static void compare(String name, Object recorded, Object again, List<String> found) {
        if (!Objects.equals(recorded, again)) {
            found.add("  " + name + ": " + recorded + " -> " + again);
        }
    }
}
