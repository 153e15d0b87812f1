package dev.supporters.commander.adapter.grpc;

import static dev.supporters.commander.Refusals.assertRefused;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.protobuf.Message;

import dev.supporters.commander.SampleRequests;
import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.proto.commander.v1.AssignRequest;
import dev.supporters.proto.commander.v1.CancelRequest;
import dev.supporters.proto.commander.v1.Candidate;
import dev.supporters.proto.commander.v1.CloseSlotRequest;
import dev.supporters.proto.commander.v1.PauseRequest;
import dev.supporters.proto.commander.v1.ProgressRequest;
import dev.supporters.proto.commander.v1.Refuse;
import dev.supporters.proto.commander.v1.RespondRequest;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.RefusalReason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Collections;
import java.util.stream.Stream;

/** What the table of bounds refuses before a request reaches this service. */
class RequestBoundsTest {

    private static final AssignRequest ASSIGN = SampleRequests.assignment("254137", "7");
    private static final Candidate CANDIDATE = ASSIGN.getCandidates(0);

    static Stream<Message> refused() {
        return Stream.of(
                pause(""),
                pause("x".repeat(65)),
                pause("closed/254137"),
                ASSIGN.toBuilder().clearRequestId().build(),
                ASSIGN.toBuilder().setCallId(" ").build(),
                ASSIGN.toBuilder().clearProduct().build(),
                ASSIGN.toBuilder().setProductValue(77).build(),
                candidates(129),
                ASSIGN.toBuilder()
                        .setCandidates(0, CANDIDATE.toBuilder().setEtaSeconds(-1))
                        .build(),
                refusal(Refuse.getDefaultInstance()),
                refusal(Refuse.newBuilder().setReasonValue(77).build()),
                refusal(
                        Refuse.newBuilder()
                                .setReason(RefusalReason.REFUSAL_REASON_OTHER)
                                .setComment("x".repeat(501))
                                .build()),
                cancellation().toBuilder().clearReason().build(),
                cancellation().toBuilder().setReasonValue(77).build(),
                ProgressRequest.newBuilder()
                        .setRequestId("r")
                        .setDriverId("7")
                        .setCallId("1")
                        .build(),
                CloseSlotRequest.newBuilder().setDriverId("7").build());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefused(Message request) {
        assertRefused(
                ErrorReason.ERROR_REASON_INVALID_ARGUMENT, () -> FieldBoundsTable.check(request));
    }

    @Test
    void aHundredAndTwentyEightCandidatesAreAccepted() {
        assertThatCode(() -> FieldBoundsTable.check(candidates(128))).doesNotThrowAnyException();
    }

    private static PauseRequest pause(String driver) {
        return PauseRequest.newBuilder().setDriverId(driver).build();
    }

    private static AssignRequest candidates(int count) {
        return ASSIGN.toBuilder()
                .clearCandidates()
                .addAllCandidates(Collections.nCopies(count, CANDIDATE))
                .build();
    }

    private static RespondRequest refusal(Refuse refuse) {
        return RespondRequest.newBuilder()
                .setRequestId("r")
                .setDriverId("7")
                .setCallId("1")
                .setRefuse(refuse)
                .build();
    }

    private static CancelRequest cancellation() {
        return SampleRequests.cancellation("1");
    }
}
