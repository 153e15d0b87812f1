package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.DRIVER;
import static dev.supporters.move.proposal.Night.PANGYO;
import static dev.supporters.move.proposal.Night.at;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.common.v1.Product;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/** Signals that make no proposal, each counted by its reason. */
class DroppedSignalsTest {

    private final Night night = new Night();

    @Test
    void dropsASignalThatWasDecidedBeforeTheNewestOne() {
        // Given
        night.begin();
        decidedAt("m1", 100);

        // When
        decidedAt("m2", 85);
        decidedAt("m3", 100);

        // Then
        assertThat(night.published())
                .containsExactly("m1 PROPOSED 0", "m1 SUPERSEDED 0", "m3 PROPOSED 0");
        assertThat(night.counted("outdated")).isEqualTo(1);
    }

    @Test
    void dropsASignalThatWasDecidedBeforeTheOneThatTheDriverDeclined() {
        // Given
        night.begin();
        decidedAt("m1", 100);
        night.proposals.answer("r1", DRIVER, "m1", false);

        // When
        decidedAt("m2", 85);

        // Then
        assertThat(night.active()).isEmpty();
        assertThat(night.counted("outdated")).isEqualTo(1);
    }

    @Test
    void dropsASignalThatWouldNotEnd() {
        // Given
        night.begin();

        // When
        night.signal("m1", (int) Duration.ofHours(24).toSeconds() + 1);
        night.signal("m2", (int) Duration.ofHours(24).toSeconds());

        // Then
        assertThat(night.published()).containsExactly("m2 PROPOSED 0");
        assertThat(night.counted("invalid")).isEqualTo(1);
    }

    private void decidedAt(String moveId, int second) {
        MoveSignal signal =
                new MoveSignal(
                        moveId,
                        Product.PRODUCT_DRIVER,
                        new MoveSignal.GoTo(PANGYO),
                        at(600),
                        "deficit@1",
                        Optional.of(at(second)));
        night.proposals.signal("event-" + moveId, DRIVER, signal);
    }
}
