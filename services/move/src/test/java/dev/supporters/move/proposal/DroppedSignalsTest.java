package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.DRIVER;
import static dev.supporters.move.proposal.Night.FRIDAY;
import static dev.supporters.move.proposal.Night.PANGYO;
import static dev.supporters.move.proposal.Night.START;
import static dev.supporters.move.proposal.Night.at;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.WorkStep;
import dev.supporters.move.adapter.mongo.MoveStores;
import dev.supporters.proto.common.v1.Product;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Date;
import java.util.List;
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

    @Test
    void dropsASignalThatWasDecidedInTheFutureAndTakesTheNextOne() {
        // Given
        night.begin();

        // When
        decidedAt("m2099", 73 * 365 * 24 * 3_600L);
        decidedAt("m1", 301);
        decidedAt("m2", 300);

        // Then
        assertThat(night.counted("invalid")).isEqualTo(2);
        assertThat(night.counted("outdated")).isZero();
        assertThat(night.published()).containsExactly("m2 PROPOSED 0");
    }

    @Test
    void aSignalOfTheFutureThatWasOnceTakenMakesNoLaterOneOutdated() {
        // Given: such ones were taken by older versions, and are among those that ended
        MoveSignal ofTheFuture = decided("m2099", 73 * 365 * 24 * 3_600L);
        var moves =
                new DriverMoves(
                        DriverState.UNKNOWN,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(
                                new Move.Over(
                                        ofTheFuture, FRIDAY, START, Move.EndCause.DECLINED, 1)));
        MoveSignalContext context =
                new MoveSignalContext(START, at(30), at(3_600), at(300), night.regions, 2);

        // When
        MoveTransition transition = moves.signalled(decided("m1", 0), context);

        // Then
        assertThat(transition.next().waiting().map(waiting -> waiting.signal().moveId()))
                .contains("m1");
    }

    @Test
    void nothingIsKeptOfADriverOfWhomOnlySignalsTold() {
        // Given
        night.signal("m1", 600);
        night.goTo(10);
        night.signal("m2", 600);

        // When
        night.goTo(40);

        // Then
        DriverMoves left = night.documents.find(DRIVER.value()).orElseThrow().value();
        assertThat(left.waiting()).isEmpty();
        assertThat(left.due()).isEmpty();
        assertThat(left.unheardTime()).contains(at(40));
        assertThat(MoveStores.MOVES.mapper().write(left))
                .containsEntry(MoveStores.MOVES.expiryField().orElseThrow(), Date.from(at(40)));
        assertThat(night.counted("off_work")).isEqualTo(1);
        assertThat(night.counted("superseded")).isEqualTo(1);
    }

    @Test
    void aDriverIsKeptFromTheFirstShiftOnAlsoWhenSignalsHaveWaitedInVain() {
        // Given
        night.signal("m1", 600);
        night.goTo(30);
        night.begin();
        night.work(FRIDAY, 2, WorkStep.State.ENDED, 31);

        // When
        night.signal("m2", 600);
        night.goTo(90);

        // Then
        DriverMoves left = night.documents.find(DRIVER.value()).orElseThrow().value();
        assertThat(left.waiting()).isEmpty();
        assertThat(left.unheardTime()).isEmpty();
    }

    private void decidedAt(String moveId, long second) {
        night.proposals.signal("event-" + moveId, DRIVER, decided(moveId, second));
    }

    private static MoveSignal decided(String moveId, long second) {
        return new MoveSignal(
                moveId,
                Product.PRODUCT_DRIVER,
                new MoveSignal.GoTo(PANGYO),
                at(600),
                "deficit@1",
                Optional.of(START.plusSeconds(second)));
    }
}
