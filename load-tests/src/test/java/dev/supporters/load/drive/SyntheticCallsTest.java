package dev.supporters.load.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.routing.v1.RouteRequest;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

class SyntheticCallsTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T12:30:00Z"), ZoneOffset.UTC);

    @Test
    void everyCallIsNewAndLiesInTheRegion() {
        // Given
        SyntheticCalls calls = new SyntheticCalls(1, CLOCK);

        // When
        List<RouteRequest> requests = Stream.generate(calls::next).limit(1_000).toList();

        // Then
        assertThat(requests)
                .extracting(request -> request.getCall().getCallId())
                .doesNotHaveDuplicates();
        assertThat(requests)
                .allSatisfy(request -> {
                    assertThat(request.getCall().getCallId()).matches("[0-9]{1,18}");
                    assertThat(Double.parseDouble(request.getCall().getOrigin().getLat()))
                            .isBetween(37.48, 37.58);
                    assertThat(Double.parseDouble(request.getCall().getOrigin().getLng()))
                            .isBetween(126.92, 127.08);
                });
        assertThat(requests)
                .extracting(request -> request.getCall().getOrigin())
                .doesNotHaveDuplicates();
    }

    @Test
    void oneSeedMakesTheSameCalls() {
        assertThat(new SyntheticCalls(1, CLOCK).next())
                .isEqualTo(new SyntheticCalls(1, CLOCK).next());
    }
}
