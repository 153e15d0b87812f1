package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.DRIVER;
import static dev.supporters.move.proposal.Night.FRIDAY;
import static dev.supporters.move.proposal.Night.at;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.EngagementStep;

import org.junit.jupiter.api.Test;

/** A driver who was seen at the destination of an accepted move has arrived, once. */
class ArrivingTest {

    private final Night night = new Night();

    @Test
    void endsTheAcceptedMove() {
        // Given
        accepted("m1");
        night.goTo(100);

        // When
        night.proposals.arrived(DRIVER, "m1", at(95));
        night.proposals.arrived(DRIVER, "m1", at(95));

        // Then
        assertThat(night.active()).isEmpty();
        assertThat(night.published())
                .containsExactly("m1 PROPOSED 0", "m1 ACCEPTED 0", "m1 ARRIVED 95");
        assertThat(night.changes("place", "arrived")).isEqualTo(1);
    }

    @Test
    void aPhoneWhoseClockIsAheadArrivesNow() {
        // Given
        accepted("m1");
        night.goTo(100);

        // When
        night.proposals.arrived(DRIVER, "m1", at(130));

        // Then
        assertThat(night.published()).last().isEqualTo("m1 ARRIVED 100");
    }

    @Test
    void aMoveThatWasNotAcceptedStaysOpen() {
        // Given
        night.begin();
        night.signal("m1", 600);

        // When
        night.proposals.arrived(DRIVER, "m1", at(0));

        // Then
        assertThat(night.published()).containsExactly("m1 PROPOSED 0");
    }

    @Test
    void aCommandThatCameBeforeStays() {
        // Given
        accepted("m1");
        night.activity(FRIDAY, 2, EngagementStep.State.COMMANDED, 20);

        // When
        night.proposals.arrived(DRIVER, "m1", at(30));

        // Then
        assertThat(night.published()).last().isEqualTo("m1 SUPERSEDED 20");
    }

    @Test
    void anExpiredMoveDoesNotArrive() {
        // Given
        accepted("m1");
        night.goTo(601);

        // When
        night.proposals.arrived(DRIVER, "m1", at(601));

        // Then
        assertThat(night.published()).last().isEqualTo("m1 EXPIRED 600");
    }

    private void accepted(String moveId) {
        night.begin();
        night.signal(moveId, 600);
        night.proposals.answer("r-" + moveId, DRIVER, moveId, true);
    }
}
