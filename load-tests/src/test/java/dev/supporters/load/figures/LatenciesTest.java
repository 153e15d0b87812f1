package dev.supporters.load.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.load.drive.RouteOutcome;
import dev.supporters.load.drive.Sample;
import dev.supporters.proto.routing.v1.RoutingReason;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.LongStream;

class LatenciesTest {

    @Test
    void percentilesAreValuesThatWereMeasured() {
        assertThat(Latencies.of(millis(LongStream.rangeClosed(1, 200))))
                .isEqualTo(new Latencies(200, 100.5, 100, 190, 198));
    }

    @Test
    void oneSampleIsEveryPercentile() {
        assertThat(Latencies.of(millis(LongStream.of(7)))).isEqualTo(new Latencies(1, 7, 7, 7, 7));
    }

    @Test
    void withoutSamplesNothingIsKnown() {
        assertThat(Latencies.of(List.of()).p99()).isNaN();
    }

    private static List<Sample> millis(LongStream values) {
        return values.mapToObj(value ->
                        new Sample(
                                value * 1_000_000,
                                new RouteOutcome.Decided(RoutingReason.ROUTING_REASON_ASSIGNED)))
                .toList();
    }
}
