package dev.supporters.gateway.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletionException;

class FailureMapperTest {

    @Test
    void aRefusalTellsCodeReasonAndWhatWasExpected() {
        // When
        var extensions =
                RefusalMapper.extensions(
                        new Refusal(
                                ErrorReason.ERROR_REASON_WORK_WINDOW_CLOSED,
                                "20:59",
                                "21:00 to 01:00"));

        // Then
        assertThat(extensions)
                .containsEntry("code", "FAILED_PRECONDITION")
                .containsEntry("reason", "WORK_WINDOW_CLOSED")
                .containsEntry("retryable", false)
                .containsEntry("offending", "20:59")
                .containsEntry("expected", "21:00 to 01:00")
                .as("without an id of a trace, where nothing is traced")
                .containsOnlyKeys("code", "reason", "retryable", "offending", "expected");
    }

    @Test
    void aFailureOnTheWayMayBeTriedAgain() {
        assertThat(
                        RefusalMapper.extensions(
                                new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "a", "b")))
                .containsEntry("code", "UNAVAILABLE")
                .containsEntry("retryable", true);
    }

    @Test
    void aBugTellsNothingOfItself() {
        // When
        Refusal told =
                FailureMapper.refusal(
                        new CompletionException(
                                new IllegalStateException("the destination is SECRET")));

        // Then
        assertThat(told.reason()).isEqualTo(ErrorReason.ERROR_REASON_INTERNAL);
        assertThat(told.getMessage()).doesNotContain("SECRET");
    }

    @Test
    void aRefusalIsFoundWithinWhatThreadsWrapItIn() {
        // Given
        Refusal refusal = new Refusal(ErrorReason.ERROR_REASON_CALL_NOT_FOUND, "call 1", "a call");

        // When
        Refusal told = FailureMapper.refusal(new CompletionException(refusal));

        // Then
        assertThat(told).isSameAs(refusal);
    }
}
