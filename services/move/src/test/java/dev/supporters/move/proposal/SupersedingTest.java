package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.DRIVER;
import static dev.supporters.move.proposal.Night.FRIDAY;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What ends a move before its time; the last that ended are remembered. */
class SupersedingTest {

    private final Night night = new Night();

    @Test
    void aNewerMoveSupersedesAnOlderOne() {
        // Given
        night.begin();
        night.signal("m1", 600);

        // When
        night.goTo(10);
        night.signal("m2", 700);

        // Then
        assertThat(night.active().map(Move::moveId)).contains("m2");
        assertThat(night.published())
                .containsExactly("m1 PROPOSED 0", "m1 SUPERSEDED 10", "m2 PROPOSED 10");
        assertThat(night.proposals.all(DRIVER, Product.PRODUCT_DRIVER))
                .extracting(Move::moveId)
                .containsExactly("m2", "m1");
    }

    @Test
    void aCommandSupersedesTheMove() {
        // Given
        night.begin();
        night.signal("m1", 600);

        // When
        night.activity(FRIDAY, 2, EngagementStep.State.COMMANDED, 20);

        // Then
        assertThat(night.active()).isEmpty();
        assertThat(night.published()).containsExactly("m1 PROPOSED 0", "m1 SUPERSEDED 20");
    }

    @Test
    void aRestSupersedesTheMove() {
        // Given
        night.begin();
        night.signal("m1", 600);
        night.proposals.answer("r1", DRIVER, "m1", true);

        // When
        night.work(FRIDAY, 2, WorkStep.State.RESTING, 20);

        // Then
        assertThat(night.active()).isEmpty();
        assertThat(night.published())
                .containsExactly("m1 PROPOSED 0", "m1 ACCEPTED 0", "m1 SUPERSEDED 20");
    }

    @Test
    void theEndOfTheShiftSupersedesTheMove() {
        // Given
        night.begin();
        night.signal("m1", 600);

        // When
        night.work(FRIDAY, 2, WorkStep.State.ENDED, 20);

        // Then
        assertThat(night.published()).containsExactly("m1 PROPOSED 0", "m1 SUPERSEDED 20");
    }

    @Test
    void aCauseThatIsOlderThanTheMoveEndsItWhenItWasProposed() {
        // Given
        night.begin();
        night.goTo(10);
        night.signal("m1", 600);

        // When
        night.activity(FRIDAY, 2, EngagementStep.State.COMMANDED, 5);

        // Then
        assertThat(night.published()).containsExactly("m1 PROPOSED 10", "m1 SUPERSEDED 10");
    }

    @Test
    void theLastTwentyMovesAreRemembered() {
        // Given
        night.begin();

        // When
        for (int i = 0; i < 30; i++) {
            night.signal("m" + i, 600);
        }

        // Then
        List<Move.Over> past = night.documents.find("1004550").orElseThrow().value().past();
        assertThat(past).extracting(Move::moveId).hasSize(20).startsWith("m9").endsWith("m28");
    }

    @Test
    void ofAnAcceptanceAndACommandAtTheSameInstantTheMoveEndsSuperseded() {
        // Given
        night.begin();
        night.signal("m1", 600);

        // When
        Race.run(
                () -> {
                    try {
                        night.proposals.answer("r1", DRIVER, "m1", true);
                    } catch (Refusal superseded) {
                        assertThat(superseded.reason())
                                .isEqualTo(ErrorReason.ERROR_REASON_MOVE_ENDED);
                    }
                    return true;
                },
                () -> {
                    night.activity(FRIDAY, 2, EngagementStep.State.COMMANDED, 1);
                    return true;
                });

        // Then
        assertThat(night.active()).isEmpty();
        assertThat(night.published()).last().isEqualTo("m1 SUPERSEDED 1");
    }
}
