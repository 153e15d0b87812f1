package dev.supporters.dispatch.assignment;

import static dev.supporters.dispatch.assignment.AssignmentSamples.NOW;
import static dev.supporters.dispatch.assignment.AssignmentSamples.WINDOW_END;
import static dev.supporters.dispatch.assignment.AssignmentSamples.ranked;
import static dev.supporters.dispatch.assignment.AssignmentSamples.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.proto.events.routing.v1.CommanderAnswer;
import dev.supporters.proto.routing.v1.RoutingReason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class PathOutcomeTest {

    private static final List<String> FIT = List.of("supporters:fit");
    private static final Ranking ONE = ranking(ranked("a", 60, WINDOW_END));

    @ParameterizedTest
    @CsvSource({
        "COMMANDED, ASSIGNED",
        "NONE_FREE, ALL_TAKEN",
        "CALL_CLOSED, CALL_CLOSED",
        "UNAVAILABLE, COMMANDER_UNAVAILABLE",
        "UNSPECIFIED, UNSPECIFIED"
    })
    void theAnswerToTheOfferDecides(String answer, String reason) {
        assertThat(outcome(AssignmentSamples.plain(), ONE, answer).reason())
                .isEqualTo(RoutingReason.valueOf("ROUTING_REASON_" + reason));
    }

    @ParameterizedTest
    @CsvSource({"0, NO_SUPPORTER", "30, HELD"})
    void aCallThatFindsNobodyWaitsIfThePolicySaysSo(int hold, String reason) {
        assertThat(outcome(AssignmentSamples.holding(hold), Ranking.NONE, "UNSPECIFIED").reason())
                .isEqualTo(RoutingReason.valueOf("ROUTING_REASON_" + reason));
    }

    @ParameterizedTest
    @CsvSource({"0, ALL_TAKEN", "30, HELD"})
    void soDoesOneWhoseCandidatesWereTaken(int hold, String reason) {
        assertThat(outcome(AssignmentSamples.holding(hold), ONE, "NONE_FREE").reason())
                .isEqualTo(RoutingReason.valueOf("ROUTING_REASON_" + reason));
    }

    @Test
    void nothingIsOfferedWithoutPolicyOrTagsOrOutsideOfTheWindow() {
        assertThat(reason(NOW, Optional.empty(), Optional.of(FIT)))
                .isEqualTo(RoutingReason.ROUTING_REASON_NO_POLICY);
        assertThat(reason(WINDOW_END, Optional.of(AssignmentSamples.plain()), Optional.of(FIT)))
                .isEqualTo(RoutingReason.ROUTING_REASON_WINDOW_CLOSED);
        assertThat(reason(NOW, Optional.of(AssignmentSamples.plain()), Optional.empty()))
                .isEqualTo(RoutingReason.ROUTING_REASON_TAGGING_UNAVAILABLE);
        assertThat(reason(NOW, Optional.of(AssignmentSamples.plain()), Optional.of(List.of())))
                .isEqualTo(RoutingReason.ROUTING_REASON_NOT_FIT);
    }

    @Test
    void aCallFromOutsideTheZonesIsNoneForSupporters() {
        // When
        PathOutcome outcome =
                PathOutcome.of(
                        new PathInputs(
                                AssignmentSamples.call(5_000),
                                NOW,
                                Optional.of(AssignmentSamples.plain()),
                                true,
                                Optional.empty(),
                                ONE,
                                CommanderAnswer.COMMANDER_ANSWER_UNSPECIFIED));

        // Then
        assertThat(outcome.reason()).isEqualTo(RoutingReason.ROUTING_REASON_OUTSIDE_ZONE);
        assertThat(outcome.offer().offered()).isEmpty();
    }

    @Test
    void whatTheStraightLineRankedIsRankedAgain() {
        // Given
        RankedSupporter wrong = ranked("a", 999, WINDOW_END);

        // When
        PathOutcome outcome =
                outcome(
                        AssignmentSamples.plain(),
                        new Ranking(List.of(wrong), StraightLineEstimate.MODEL),
                        "COMMANDED");

        // Then
        assertThat(outcome.offer().offered())
                .extracting(RankedSupporter::etaSeconds)
                .containsExactly(0);
    }

    private static PathOutcome outcome(PathPolicy policy, Ranking ranking, String answer) {
        return PathOutcome.of(
                new PathInputs(
                        AssignmentSamples.call(5_000),
                        NOW,
                        Optional.of(policy),
                        false,
                        Optional.of(FIT),
                        ranking,
                        CommanderAnswer.valueOf("COMMANDER_ANSWER_" + answer)));
    }

    private static RoutingReason reason(
            Instant time, Optional<PathPolicy> policy, Optional<List<String>> tags) {
        PathOutcome outcome =
                PathOutcome.of(
                        new PathInputs(
                                AssignmentSamples.call(5_000),
                                time,
                                policy,
                                false,
                                tags,
                                ONE,
                                CommanderAnswer.COMMANDER_ANSWER_COMMANDED));
        assertThat(outcome.offer().offered()).isEmpty();
        return outcome.reason();
    }
}
