package dev.supporters.gateway.adapter.graphql.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.gateway.adapter.graphql.remote.RemoteTypes.RemoteFailureView;
import dev.supporters.gateway.adapter.graphql.remote.RemoteTypes.RemotePartView;
import dev.supporters.platform.rpc.GuardedCall;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class RemotePartProviderTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RemotePartProvider provider = new RemotePartProvider(meters);

    @Test
    void aRefusalIsAnAnswerAndALateOneIsNot() {
        // Given
        took("call", "OK", 4);
        took("call", "CALL_NOT_FOUND", 6);
        took("call", "DEADLINE_EXCEEDED", 1_500);
        took("call", "BREAKER_OPEN", 0);

        // When
        List<RemotePartView> parts = provider.read();

        // Then
        assertThat(parts)
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.name()).isEqualTo("call");
                    assertThat(call.answered()).isEqualTo(2);
                    assertThat(call.failed()).isEqualTo(2);
                    assertThat(call.totalMilliseconds()).isEqualTo(1_510);
                    assertThat(call.failures())
                            .containsExactly(
                                    new RemoteFailureView("BREAKER_OPEN", 1L),
                                    new RemoteFailureView("DEADLINE_EXCEEDED", 1L));
                });
    }

    @Test
    void showsAPartThatIsNotAskedAtPresent() {
        // Given
        meters.gauge(GuardedCall.BREAKER_OPEN, Tags.of("remote", "zone"), new AtomicInteger(1));

        // When
        List<RemotePartView> parts = provider.read();

        // Then
        assertThat(parts).singleElement().extracting(RemotePartView::breakerOpen).isEqualTo(true);
    }

    private void took(String remote, String result, int milliseconds) {
        meters.timer(GuardedCall.SECONDS, "remote", remote, "result", result)
                .record(Duration.ofMillis(milliseconds));
    }
}
