package dev.supporters.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.gateway.call.CallRequestMetrics.Answer;
import dev.supporters.gateway.call.CallRequestMetrics.Result;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.ErrorReason;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Locale;

class CallRequestMetricsTest {

    private static final Call CALL = Call.newBuilder().setCallId("254137").build();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CallRequestMetrics metrics = new CallRequestMetrics(meters);

    @ParameterizedTest
    @EnumSource
    void countsAnAnswerByWhoGaveIt(Result result) {
        assertThat(metrics.measured(() -> new Answer(CALL, result))).isEqualTo(CALL);

        for (Result each : Result.values()) {
            assertThat(count(each)).isEqualTo(each == result ? 1 : 0);
        }
    }

    @Test
    void countsWhatFailedOnOurSide() {
        refuse(ErrorReason.ERROR_REASON_UNAVAILABLE);
        assertThatThrownBy(() ->
                        metrics.measured(() -> {
                            throw new IllegalStateException("a bug");
                        }))
                .hasMessage("a bug");

        assertThat(count(Result.FAILED)).isEqualTo(2);
        assertThat(count(Result.ANSWERED)).isZero();
    }

    @Test
    void leavesOutWhatTheCallerDidWrong() {
        refuse(ErrorReason.ERROR_REASON_CALL_EXISTS);

        for (Result each : Result.values()) {
            assertThat(count(each)).isZero();
        }
    }

    private void refuse(ErrorReason reason) {
        assertThatThrownBy(() ->
                        metrics.measured(() -> {
                            throw new Refusal(reason, "this", "that");
                        }))
                .isInstanceOf(Refusal.class);
    }

    private long count(Result result) {
        return meters.get("supporters_gateway_call_request_seconds")
                .tag("result", result.name().toLowerCase(Locale.ROOT))
                .timer()
                .count();
    }
}
