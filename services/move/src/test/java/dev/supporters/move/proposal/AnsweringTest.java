package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.DRIVER;
import static dev.supporters.move.proposal.Night.FRIDAY;
import static dev.supporters.move.proposal.Night.refused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The driver's answer to a move. */
class AnsweringTest {

    private final Night night = new Night();

    @Test
    void acceptingIsIdempotent() {
        // Given
        night.begin();
        night.signal("m1", 600);

        // When
        Move first = night.moves.answer("r1", DRIVER, "m1", true);
        Move sameRequest = night.moves.answer("r1", DRIVER, "m1", true);
        Move another = night.moves.answer("r2", DRIVER, "m1", true);

        // Then
        assertThat(first).isInstanceOf(Move.Accepted.class);
        assertThat(sameRequest).isEqualTo(first);
        assertThat(another).isEqualTo(first);
        assertThat(night.active()).contains(first);
        assertThat(night.told()).containsExactly("m1 PROPOSED 0", "m1 ACCEPTED 0");
    }

    @Test
    void decliningIsIdempotent() {
        // Given
        night.begin();
        night.signal("m1", 600);

        // When
        Move first = night.moves.answer("r1", DRIVER, "m1", false);
        Move another = night.moves.answer("r2", DRIVER, "m1", false);

        // Then
        assertThat(another).isEqualTo(first);
        assertThat(night.active()).isEmpty();
        assertThat(night.told()).containsExactly("m1 PROPOSED 0", "m1 DECLINED 0");
    }

    @Test
    void aDriverMayDeclineAfterAccepting() {
        // Given
        night.begin();
        night.signal("m1", 600);
        night.moves.answer("r1", DRIVER, "m1", true);

        // When
        night.moves.answer("r2", DRIVER, "m1", false);

        // Then
        assertThat(night.told()).last().isEqualTo("m1 DECLINED 0");
    }

    @Test
    void refusesAnotherAnswerToWhatHasEnded() {
        // Given
        night.begin();
        night.signal("m1", 600);
        night.moves.answer("r1", DRIVER, "m1", false);
        night.signal("m2", 600);
        night.activity(FRIDAY, 2, true, 1);

        // When and then
        refused(
                () -> night.moves.answer("r2", DRIVER, "m1", true),
                ErrorReason.ERROR_REASON_MOVE_ENDED,
                "move_id: m1, DECLINED");
        refused(
                () -> night.moves.answer("r3", DRIVER, "m2", false),
                ErrorReason.ERROR_REASON_MOVE_ENDED,
                "move_id: m2, SUPERSEDED");
    }

    @Test
    void refusesAnAnswerToWhatWasNeverProposed() {
        // Given
        night.signal("m1", 600);

        // When and then
        refused(
                () -> night.moves.answer("r1", DRIVER, "m1", true),
                ErrorReason.ERROR_REASON_MOVE_NOT_FOUND,
                "move_id: m1");
        refused(
                () -> night.moves.answer("r1", new DriverId("2"), "m1", true),
                ErrorReason.ERROR_REASON_MOVE_NOT_FOUND,
                "move_id: m1");
    }

    @Test
    void refusesFieldsOutOfTheirBounds() {
        invalid(() -> night.moves.answer("", DRIVER, "m1", true), "request_id: nothing");
        invalid(() -> night.moves.answer("r1", DRIVER, "", true), "move_id: nothing");
        invalid(
                () -> night.moves.active(DRIVER, Product.PRODUCT_UNSPECIFIED),
                "product: PRODUCT_UNSPECIFIED");
        invalid(() -> new Destination("91", "127", "", ""), "destination.lat: 91.0");
        invalid(() -> new Destination("37", "east", "", ""), "destination.lng: east");
        invalid(() -> new Destination("37", "", "", ""), "destination.lng: nothing");
        invalid(
                () -> new Destination("37", "127", "x".repeat(201), ""),
                "destination.poi: 201 characters");
    }

    private static void invalid(ThrowingCallable call, String offending) {
        refused(call, ErrorReason.ERROR_REASON_INVALID_ARGUMENT, offending);
    }
}
