package dev.supporters.dispatch.assignment;

import static dev.supporters.dispatch.assignment.AssignmentSamples.NOW;
import static dev.supporters.dispatch.assignment.AssignmentSamples.WINDOW_END;
import static dev.supporters.dispatch.assignment.AssignmentSamples.ranked;
import static dev.supporters.dispatch.assignment.AssignmentSamples.ranking;
import static dev.supporters.proto.events.routing.v1.CandidateFilter.CANDIDATE_FILTER_SHIFT_END;
import static dev.supporters.proto.events.routing.v1.CandidateFilter.CANDIDATE_FILTER_TOO_FAR;
import static dev.supporters.proto.events.routing.v1.CandidateFilter.CANDIDATE_FILTER_UNSPECIFIED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.dispatch.assignment.OfferRule.Offer;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class OfferRuleTest {

    @Test
    void offersInTheOrderOfTheRankingToThoseWhoAreThereInTime() {
        // When
        Offer offer =
                OfferRule.choose(
                        AssignmentSamples.plain(),
                        AssignmentSamples.call(5_000),
                        NOW,
                        ranking(
                                ranked("late", 1201, WINDOW_END),
                                ranked("b", 1200, WINDOW_END),
                                ranked("a", 60, WINDOW_END)));

        // Then
        assertThat(drivers(offer)).containsExactly("b", "a");
        assertThat(offer.filters())
                .containsExactly(
                        CANDIDATE_FILTER_TOO_FAR,
                        CANDIDATE_FILTER_UNSPECIFIED,
                        CANDIDATE_FILTER_UNSPECIFIED);
    }

    @Test
    void whoseDriveWouldEndTooLateComesAfterAllOthers() {
        // Given: 10 km are 120 s + 3600 * 10 / 35 s = 1149 s, with the pickup 20 min 9 s
        Instant soon = NOW.plusSeconds(1_149 + 60 - 600);
        Ranking ranking =
                ranking(
                        ranked("beyond", 61, soon),
                        ranked("just", 60, soon),
                        ranked("endless", 70, Instant.MAX));

        // When
        Offer offer =
                OfferRule.choose(
                        AssignmentSamples.tolerating(10),
                        AssignmentSamples.call(10_000),
                        NOW,
                        ranking);

        // Then
        assertThat(drivers(offer)).containsExactly("just", "endless", "beyond");
        assertThat(offer.filters())
                .containsExactly(
                        CANDIDATE_FILTER_SHIFT_END,
                        CANDIDATE_FILTER_UNSPECIFIED,
                        CANDIDATE_FILTER_UNSPECIFIED);
    }

    @Test
    void theEndOfTheWindowIsLookedAtOnlyIfThePolicySaysSo() {
        // When
        Offer offer =
                OfferRule.choose(
                        AssignmentSamples.plain(),
                        AssignmentSamples.call(10_000),
                        NOW,
                        ranking(
                                ranked("short", 60, NOW.plusSeconds(1)),
                                ranked("b", 90, WINDOW_END)));

        // Then
        assertThat(drivers(offer)).containsExactly("short", "b");
    }

    @Test
    void ofACallWhoseLengthIsNotKnownOnlyThePickupCounts() {
        assertThat(DriveEstimate.seconds(0)).isZero();
        assertThat(DriveEstimate.seconds(10_000)).isEqualTo(1_149);
        // from 28.9 km of road on the speed is 52 km/h
        assertThat(DriveEstimate.seconds(52_000)).isEqualTo(3_720);
    }

    private static List<String> drivers(Offer offer) {
        return offer.offered().stream().map(ranked -> ranked.driverId().value()).toList();
    }
}
