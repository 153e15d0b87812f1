package dev.supporters.mlgateway.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.mlgateway.ranking.RankingModel.Candidate;
import dev.supporters.mlgateway.ranking.RankingModel.CandidateEstimate;
import dev.supporters.mlgateway.ranking.RankingModel.Question;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

class NearestModelTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Instant EVENING = Instant.parse("2026-11-20T12:30:00Z");
    private static final Instant AFTER_MIDNIGHT = Instant.parse("2026-11-20T15:30:00Z");
    private static final Position ORIGIN = new Position(37.4979, 127.0276);

    private final NearestModel model = new NearestModel();

    @Test
    void ranksWhoIsThereFirstFirst() {
        // Given
        var candidates = List.of(north("far", 0.03), north("near", 0.001), north("middle", 0.01));

        // When
        List<CandidateEstimate> ranked =
                model.rank(new Question(ORIGIN, EVENING, SEOUL, candidates));

        // Then
        assertThat(ranked)
                .extracting(estimate -> estimate.driverId().value())
                .containsExactly("near", "middle", "far");
        assertThat(ranked)
                .extracting(CandidateEstimate::etaSeconds)
                .containsExactly(105, 581, 1381);
        assertThat(ranked).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    }

    @Test
    void ranksEquallyNearOnesByTheirIds() {
        // Given
        var candidates = List.of(north("b", 0.01), north("c", 0.01), north("a", 0.01));

        // When
        List<CandidateEstimate> ranked =
                model.rank(new Question(ORIGIN, EVENING, SEOUL, candidates));

        // Then
        assertThat(ranked)
                .extracting(estimate -> estimate.driverId().value())
                .containsExactly("a", "b", "c");
    }

    @Test
    void expectsLongerWaysAfterMidnight() {
        // Given
        var candidates = List.of(north("d", 0.03));

        // When
        int before =
                model.rank(new Question(ORIGIN, EVENING, SEOUL, candidates))
                        .getFirst()
                        .etaSeconds();
        int after =
                model.rank(new Question(ORIGIN, AFTER_MIDNIGHT, SEOUL, candidates))
                        .getFirst()
                        .etaSeconds();

        // Then
        assertThat(after).isGreaterThan(before);
    }

    @Test
    void hasNothingToRankWithoutCandidates() {
        assertThat(model.rank(new Question(ORIGIN, EVENING, SEOUL, List.of()))).isEmpty();
    }

    private static Candidate north(String driverId, double degrees) {
        return new Candidate(
                new DriverId(driverId), new Position(ORIGIN.lat() + degrees, ORIGIN.lng()));
    }
}
