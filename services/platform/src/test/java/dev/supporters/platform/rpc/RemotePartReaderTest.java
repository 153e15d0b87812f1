package dev.supporters.platform.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.remote.v1.RemoteFailure;
import dev.supporters.proto.remote.v1.RemoteLatency;
import dev.supporters.proto.remote.v1.RemotePart;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

class RemotePartReaderTest {

    private final SimpleMeterRegistry meters =
            new SimpleMeterRegistry(SimpleConfig.DEFAULT, new MockClock());
    private final RemotePartReader reader = new RemotePartReader(meters);

    @Test
    void aRefusalIsAnAnswerAndALateOneIsNot() {
        // Given
        took("call", "OK", 4);
        took("call", "CALL_NOT_FOUND", 6);
        took("call", "DEADLINE_EXCEEDED", 1_500);
        took("call", "BREAKER_OPEN", 0);

        // When
        var parts = reader.read().getPartsList();

        // Then
        assertThat(parts)
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.getName()).isEqualTo("call");
                    assertThat(call.getAnswered()).isEqualTo(2);
                    assertThat(call.getFailed()).isEqualTo(2);
                    assertThat(call.getTotalMilliseconds()).isEqualTo(1_510);
                    assertThat(call.getFailuresList())
                            .containsExactly(
                                    failure("BREAKER_OPEN", 1), failure("DEADLINE_EXCEEDED", 1));
                });
    }

    @Test
    void callsOfAllResultsAreSortedByHowLongTheyTookAndThoseThatWereNotMadeAreNoneOfThem() {
        // Given
        took("tagging", "OK", 4);
        took("tagging", "OK", 12);
        took("tagging", "DEADLINE_EXCEEDED", 305);
        took("tagging", "DEADLINE_EXCEEDED", 310);
        took("tagging", "BUG", 60_000);
        took("tagging", "BREAKER_OPEN", 0);
        took("tagging", "BULKHEAD_FULL", 0);

        // When
        RemotePart tagging = reader.read().getParts(0);

        // Then
        assertThat(tagging.getLatenciesList())
                .containsExactly(
                        latency(1).setUpToMilliseconds(5).build(),
                        latency(1).setUpToMilliseconds(20).build(),
                        latency(2).setUpToMilliseconds(400).build(),
                        latency(1).build());
    }

    @Test
    void showsAPartThatIsNotAskedAtPresent() {
        // Given
        meters.gauge(GuardedCall.BREAKER_OPEN, Tags.of("remote", "zone"), new AtomicInteger(1));

        // When
        var parts = reader.read().getPartsList();

        // Then
        assertThat(parts).singleElement().extracting(RemotePart::getBreakerOpen).isEqualTo(true);
    }

    @Test
    void aProcessKeepsItsNameAndAnotherOneHasAnother() {
        assertThat(reader.read().getProcess()).isEqualTo(reader.read().getProcess());
        assertThat(new RemotePartReader(meters).read().getProcess())
                .isNotEqualTo(reader.read().getProcess());
    }

    private static RemoteFailure failure(String reason, long count) {
        return RemoteFailure.newBuilder().setReason(reason).setCount(count).build();
    }

    private static RemoteLatency.Builder latency(long count) {
        return RemoteLatency.newBuilder().setCount(count);
    }

    private void took(String remote, String result, int milliseconds) {
        GuardedCall.timer(meters, remote, result).record(Duration.ofMillis(milliseconds));
    }
}
