package dev.supporters.mlgateway.ranking;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.supporters.contract.TimeZones;
import dev.supporters.contract.TravelWithoutCar;

import java.util.List;

/** Who is there first, by the travel time of somebody without a car. It needs no file that could be missing. */
final class NearestModel implements RankingModel {

    @Override
    public String name() {
        return "nearest@1";
    }

    @Override
    public List<CandidateEstimate> rank(Question question) {
        boolean afterMidnight = TimeZones.afterMidnight(question.time(), question.zone());
        return question.candidates().stream()
                .map(candidate -> estimate(candidate, question, afterMidnight))
                .sorted(
                        comparingDouble(CandidateEstimate::score)
                                .reversed()
                                .thenComparing(comparing(CandidateEstimate::driverId)))
                .toList();
    }

    private static CandidateEstimate estimate(
            Candidate candidate, Question question, boolean afterMidnight) {
        double straight = candidate.position().metersTo(question.origin());
        double seconds = TravelWithoutCar.STANDARD.seconds(straight, afterMidnight);
        return new CandidateEstimate(candidate.driverId(), (int) Math.ceil(seconds), -seconds);
    }
}
