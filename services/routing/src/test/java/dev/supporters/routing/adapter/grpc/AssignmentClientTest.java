package dev.supporters.routing.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.proto.commander.v1.CancelRequest;
import dev.supporters.proto.common.v1.CancellationReason;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentClientTest {

    /** Ids of commands have up to 150 characters, ids of requests up to 100. */
    @ParameterizedTest
    @CsvSource({"9, true", "91, true", "92, false", "150, false"})
    void aWithdrawalHasARequestIdWithinItsBoundHoweverLongTheCommandsId(
            int length, boolean readable) {
        // Given
        String commandId = "c".repeat(length);

        // When
        String requestId = AssignmentClient.requestId(commandId);

        // Then
        CancelRequest request =
                CancelRequest.newBuilder()
                        .setRequestId(requestId)
                        .setCallId("254137")
                        .setReason(CancellationReason.CANCELLATION_REASON_WITHDRAWN)
                        .build();
        assertThatCode(() -> FieldBoundsTable.check(request)).doesNotThrowAnyException();
        assertThat(requestId.equals("withdraw-" + commandId)).isEqualTo(readable);
        assertThat(requestId)
                .isEqualTo(AssignmentClient.requestId(commandId))
                .isNotEqualTo(AssignmentClient.requestId(commandId + "d"));
    }
}
