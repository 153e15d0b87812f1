package dev.supporters.move.proposal;

import static dev.supporters.move.proposal.Night.DRIVER;
import static dev.supporters.move.proposal.Night.FRIDAY;
import static dev.supporters.move.proposal.Night.refused;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.move.v1.GetActiveRequest;
import dev.supporters.proto.move.v1.RespondRequest;

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
        Move first = night.proposals.answer("r1", DRIVER, "m1", true);
        Move sameRequest = night.proposals.answer("r1", DRIVER, "m1", true);
        Move another = night.proposals.answer("r2", DRIVER, "m1", true);

        // Then
        assertThat(first).isInstanceOf(Move.Accepted.class);
        assertThat(sameRequest).isEqualTo(first);
        assertThat(another).isEqualTo(first);
        assertThat(night.active()).contains(first);
        assertThat(night.published()).containsExactly("m1 PROPOSED 0", "m1 ACCEPTED 0");
    }

    @Test
    void aKeyThatFoundTheSameAnswerIsNotUsedForAnotherOne() {
        night.begin();
        night.signal("m1", 600);
        night.proposals.answer("r1", DRIVER, "m1", true);
        night.proposals.answer("r2", DRIVER, "m1", true);

        refused(
                () -> night.proposals.answer("r2", DRIVER, "m1", false),
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                "request_id: r2");
    }

    @Test
    void aKeyIsNotUsedForAnotherAnswer() {
        night.begin();
        night.signal("m1", 600);
        night.proposals.answer("r1", DRIVER, "m1", true);

        refused(
                () -> night.proposals.answer("r1", DRIVER, "m1", false),
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                "request_id: r1");
    }

    @Test
    void decliningIsIdempotent() {
        // Given
        night.begin();
        night.signal("m1", 600);

        // When
        Move first = night.proposals.answer("r1", DRIVER, "m1", false);
        Move another = night.proposals.answer("r2", DRIVER, "m1", false);

        // Then
        assertThat(another).isEqualTo(first);
        assertThat(night.active()).isEmpty();
        assertThat(night.published()).containsExactly("m1 PROPOSED 0", "m1 DECLINED 0");
    }

    @Test
    void aDriverMayDeclineAfterAccepting() {
        // Given
        night.begin();
        night.signal("m1", 600);
        night.proposals.answer("r1", DRIVER, "m1", true);

        // When
        night.proposals.answer("r2", DRIVER, "m1", false);

        // Then
        assertThat(night.published()).last().isEqualTo("m1 DECLINED 0");
    }

    @Test
    void refusesAnotherAnswerToWhatHasEnded() {
        // Given
        night.begin();
        night.signal("m1", 600);
        night.proposals.answer("r1", DRIVER, "m1", false);
        night.signal("m2", 600);
        night.activity(FRIDAY, 2, EngagementStep.State.COMMANDED, 1);

        // When and then
        refused(
                () -> night.proposals.answer("r2", DRIVER, "m1", true),
                ErrorReason.ERROR_REASON_MOVE_ENDED,
                "move_id: m1, DECLINED");
        refused(
                () -> night.proposals.answer("r3", DRIVER, "m2", false),
                ErrorReason.ERROR_REASON_MOVE_ENDED,
                "move_id: m2, SUPERSEDED");
    }

    @Test
    void refusesAnAnswerToWhatWasNeverProposed() {
        // Given
        night.signal("m1", 600);

        // When and then
        refused(
                () -> night.proposals.answer("r1", DRIVER, "m1", true),
                ErrorReason.ERROR_REASON_MOVE_NOT_FOUND,
                "move_id: m1");
        refused(
                () -> night.proposals.answer("r1", new DriverId("2"), "m1", true),
                ErrorReason.ERROR_REASON_MOVE_NOT_FOUND,
                "move_id: m1");
    }

    @Test
    void refusesFieldsOutOfTheirBounds() {
        invalid(respond().setRequestId(""), "request_id: nothing");
        invalid(respond().setMoveId(""), "move_id: nothing");
        invalid(
                GetActiveRequest.newBuilder().setDriverId("1004550"),
                "product: PRODUCT_UNSPECIFIED");
    }

    private static RespondRequest.Builder respond() {
        return RespondRequest.newBuilder()
                .setRequestId("r1")
                .setDriverId("1004550")
                .setMoveId("m1")
                .setAccept(true);
    }

    private static void invalid(Message.Builder request, String offending) {
        refused(
                () -> FieldBoundsTable.check(request.build()),
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                offending);
    }
}
