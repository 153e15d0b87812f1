package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.DRIVER;
import static dev.supporters.move.proposal.Night.FRIDAY;
import static dev.supporters.move.proposal.Night.signalOf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.WorkStep;

import org.junit.jupiter.api.Test;

/** A signal that came before the begin of the shift waits for it. */
class WaitingTest {

    private final Night night = new Night();

    @Test
    void aSignalThatCameBeforeTheBeginIsProposedWithIt() {
        // Given
        night.signal("m1", 600);

        // When
        night.goTo(29);
        night.begin();

        // Then
        assertThat(night.active().map(Move::moveId)).contains("m1");
        assertThat(night.published()).containsExactly("m1 PROPOSED 29");
        assertThat(night.counted("proposed")).isEqualTo(1);
    }

    @Test
    void aSignalWaitsForABeginNoLongerThanTheLimit() {
        // Given
        night.signal("m1", 600);

        // When
        night.goTo(30);
        night.begin();

        // Then
        assertThat(night.active()).isEmpty();
        assertThat(night.counted("off_work")).isEqualTo(1);
    }

    @Test
    void aSignalWaitsNoLongerThanItsOwnTime() {
        // Given
        night.signal("m1", 10);

        // When
        night.goTo(10);
        night.begin();

        // Then
        assertThat(night.active()).isEmpty();
        assertThat(night.counted("off_work")).isEqualTo(1);
    }

    @Test
    void waitsInRealTimeHoweverFastTheClockRuns() {
        // Given
        ProposalService fast = night.proposals(10);
        fast.signal("e1", DRIVER, signalOf("m1", 600));

        // When
        night.goTo(299);
        night.begin();

        // Then
        assertThat(night.active().map(Move::moveId)).contains("m1");
    }

    @Test
    void ofSignalsThatWaitTheNewestIsProposed() {
        // Given
        night.signal("m1", 600);
        night.signal("m2", 600);

        // When
        night.begin();

        // Then
        assertThat(night.published()).containsExactly("m2 PROPOSED 0");
        assertThat(night.counted("superseded")).isEqualTo(1);
        assertThat(night.counted("proposed")).isEqualTo(1);
    }

    @Test
    void aSignalForAShiftThatEndedIsCountedWhenItHasWaited() {
        // Given
        night.begin();
        night.work(FRIDAY, 2, WorkStep.State.ENDED, 5);
        night.signal("m1", 600);

        // When
        night.goTo(31);

        // Then
        assertThat(night.active()).isEmpty();
        assertThat(night.counted("off_work")).isEqualTo(1);
    }
}
