package dev.supporters.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

class CallRequestMetricsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CallRequestMetrics metrics = new CallRequestMetrics(meters);

    @Test
    void countsAnAnswer() {
        assertThat(metrics.<String>measured(() -> "a call")).isEqualTo("a call");

        assertThat(count("answered")).isEqualTo(1);
        assertThat(count("failed")).isZero();
    }

    @Test
    void countsWhatFailedOnOurSide() {
        refuse(ErrorReason.ERROR_REASON_UNAVAILABLE);
        assertThatThrownBy(() ->
                        metrics.measured(() -> {
                            throw new IllegalStateException("a bug");
                        }))
                .hasMessage("a bug");

        assertThat(count("failed")).isEqualTo(2);
        assertThat(count("answered")).isZero();
    }

    @Test
    void leavesOutWhatTheCallerDidWrong() {
        refuse(ErrorReason.ERROR_REASON_CALL_EXISTS);

        assertThat(count("failed")).isZero();
        assertThat(count("answered")).isZero();
    }

    private void refuse(ErrorReason reason) {
        assertThatThrownBy(() ->
                        metrics.measured(() -> {
                            throw new Refusal(reason, "this", "that");
                        }))
                .isInstanceOf(Refusal.class);
    }

    private long count(String result) {
        return meters.get("supporters_gateway_call_request_seconds")
                .tag("result", result)
                .timer()
                .count();
    }
}
