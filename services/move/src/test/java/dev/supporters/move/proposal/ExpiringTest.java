package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.DRIVER;
import static dev.supporters.move.proposal.Night.at;
import static dev.supporters.move.proposal.Night.refused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

/** A move ends at its instant, whoever notices it. */
class ExpiringTest {

    private final Night night = new Night();

    @Test
    void expiresAtItsInstant() {
        // Given
        night.begin();
        night.signal("m1", 600);

        // When
        night.goTo(601);

        // Then
        assertThat(night.active()).isEmpty();
        assertThat(night.published()).containsExactly("m1 PROPOSED 0", "m1 EXPIRED 600");
    }

    @Test
    void theSweepEndsWhatAnAlarmMissed() {
        // Given
        night.begin();
        night.signal("m1", 600);
        TestClock restarted = new TestClock(at(605));
        ProposalService afterRestart = night.proposals(1, restarted);

        // When
        afterRestart.sweep();

        // Then
        assertThat(night.published()).containsExactly("m1 PROPOSED 0", "m1 EXPIRED 600");
    }

    /** Rule 17: one that cannot be ended is told, and keeps no other's move open. */
    @Test
    void aDriverWhoseMovesCannotBeChangedKeepsNoOthersOpen() {
        // Given
        night.begin();
        night.signal("m1", 600);
        ProposalService proposals = night.proposalsAfterUnreadable(new TestClock(at(605)));

        // When
        proposals.sweep();

        // Then
        assertThat(night.published()).containsExactly("m1 PROPOSED 0", "m1 EXPIRED 600");
        assertThat(night.overdueDrivers()).isEqualTo(1);
    }

    @Test
    void isNotActiveAfterItsTimeEvenBeforeItIsSwept() {
        // Given
        night.begin();
        night.signal("m1", 600);
        ProposalService beforeSweep = night.proposals(1, new TestClock(at(600)));

        // When and then
        assertThat(beforeSweep.active(DRIVER, Product.PRODUCT_DRIVER).move()).isEmpty();
        refused(
                () -> beforeSweep.answer("r1", DRIVER, "m1", true),
                ErrorReason.ERROR_REASON_MOVE_ENDED,
                "move_id: m1, EXPIRED");
    }

    @Test
    void anAcceptedMoveExpiresToo() {
        // Given
        night.begin();
        night.signal("m1", 600);
        night.goTo(5);
        night.proposals.answer("r1", DRIVER, "m1", true);

        // When
        night.goTo(700);

        // Then
        assertThat(night.published())
                .containsExactly("m1 PROPOSED 0", "m1 ACCEPTED 5", "m1 EXPIRED 600");
    }
}
