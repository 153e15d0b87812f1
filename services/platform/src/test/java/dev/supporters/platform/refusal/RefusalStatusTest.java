package dev.supporters.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalStatusTest {

    @ParameterizedTest
    @EnumSource(
            value = ErrorReason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNRECOGNIZED"})
    void everyReasonComesBackAsItWasSentWithItsValues(ErrorReason reason) {
        Refusal sent = new Refusal(reason, "now: 20:59", "21:00 to 01:00");

        Refusal received = RefusalStatus.fromStatus(RefusalStatus.toStatus(sent));

        assertThat(received.reason()).isEqualTo(reason);
        assertThat(received.offending()).isEqualTo("now: 20:59");
        assertThat(received.expected()).isEqualTo("21:00 to 01:00");
    }

    @Test
    void saysWhatWasWrongAndWhatWasExpected() {
        StatusRuntimeException status =
                RefusalStatus.toStatus(
                        new Refusal(
                                ErrorReason.ERROR_REASON_WORK_WINDOW_CLOSED,
                                "now: 20:59",
                                "21:00 to 01:00"));

        assertThat(status.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(status.getStatus().getDescription())
                .isEqualTo("WORK_WINDOW_CLOSED: now: 20:59 (expected: 21:00 to 01:00)");
    }

    @Test
    void aStatusWithoutDetailsStandsForTheReasonOfItsCode() {
        Refusal late = RefusalStatus.fromStatus(Status.DEADLINE_EXCEEDED.asRuntimeException());
        Refusal bug = RefusalStatus.fromStatus(Status.UNKNOWN.asRuntimeException());

        assertThat(late.reason()).isEqualTo(ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED);
        assertThat(bug.reason()).isEqualTo(ErrorReason.ERROR_REASON_INTERNAL);
    }

    @Test
    void aBrokenStreamIsAServiceThatDoesNotAnswerAndMayBeAskedAgain() {
        Refusal broken =
                RefusalStatus.fromStatus(
                        Status.INTERNAL
                                .withDescription("RST_STREAM closed stream")
                                .asRuntimeException());

        assertThat(broken.reason()).isEqualTo(ErrorReason.ERROR_REASON_UNAVAILABLE);
    }

    @Test
    void longInputIsShortenedInTheRefusal() {
        assertThat(Refusal.invalid("name", "x".repeat(5000), "less").getMessage())
                .hasSizeLessThan(200);
    }

    @Test
    void shorteningDoesNotCutASurrogatePair() {
        String found = "x" + "\uD83D\uDE97".repeat(60);

        assertThat(Refusal.invalid("name", found, "less").offending())
                .isEqualTo("name: x" + "\uD83D\uDE97".repeat(49) + "…");
    }
}
