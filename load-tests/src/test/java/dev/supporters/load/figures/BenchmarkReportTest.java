package dev.supporters.load.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.load.drive.Measurement;
import dev.supporters.load.drive.RouteOutcome;
import dev.supporters.load.drive.Sample;
import dev.supporters.proto.routing.v1.RoutingReason;

import io.grpc.Status;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class BenchmarkReportTest {

    private static final RouteOutcome ASSIGNED =
            new RouteOutcome.Decided(RoutingReason.ROUTING_REASON_ASSIGNED);
    private static final RouteOutcome NO_SUPPORTER =
            new RouteOutcome.Decided(RoutingReason.ROUTING_REASON_NO_SUPPORTER);
    private static final RouteOutcome FAILED =
            new RouteOutcome.RequestFailed(Status.Code.UNAVAILABLE);

    @Test
    void comparesWhatWasAssignedWithTheSamplesOfBothFloorsTogether() {
        // Given
        Measurement before =
                measured(sample(2, ASSIGNED), sample(2, ASSIGNED), sample(2, ASSIGNED));
        Measurement after = measured(sample(4, ASSIGNED));
        Measurement route =
                measured(
                        sample(9, ASSIGNED),
                        sample(1, NO_SUPPORTER),
                        sample(1, NO_SUPPORTER),
                        sample(1, FAILED));

        // When
        List<String> lines = BenchmarkReport.ofMost(before, route, after);

        // Then
        assertThat(words(lines.get(2)))
                .containsExactly(
                        "Route", "1.0", "25.0", "%", "9.00", "9.00", "9.00", "9.00", "500.00");
        assertThat(words(lines.get(4)))
                .containsExactly("Route", "/", "floor", "0.500", "3.6", "4.5", "2.3", "2.3", "2.0");
        assertThat(lines.get(5)).isEqualTo("The machine: floor after / before 0.33");
        assertThat(lines.get(6))
                .isEqualTo(
                        "Route answered: NO_SUPPORTER 50.00 %, ASSIGNED 25.00 %, failed: UNAVAILABLE 25.00 %");
        assertThat(lines.get(7))
                .isEqualTo("CPU ms of an assigned answer: routing 400.00, store 100.00");
        assertThat(lines.get(8)).isEqualTo("The JIT compilers used 30 % of it.");
    }

    @Test
    void givesProgramsTheSameFigures() {
        // Given
        Measurement floor = measured(sample(2, ASSIGNED), sample(2, ASSIGNED));
        Measurement route = measured(sample(9, ASSIGNED), sample(1, NO_SUPPORTER));

        // When
        Map<String, Object> figures = BenchmarkReport.figures(floor, route, route);

        // Then
        assertThat(figures)
                .containsEntry("ratio", .5)
                .containsEntry("cpuMillis", 500.0)
                .containsEntry("floorCpuMillis", 250.0)
                .containsEntry("jitShare", .3)
                .containsEntry("nightMeanMillis", 5.0)
                .containsEntry("nightP99Millis", 9.0);
    }

    @Test
    void saysWhetherTheGoalOfANightIsMet() {
        Measurement floor = measured(sample(1, ASSIGNED));

        assertThat(BenchmarkReport.ofNight(10, floor, measured(sample(9, ASSIGNED))).getLast())
                .endsWith("9.00 ms, met.");
        assertThat(BenchmarkReport.ofNight(10, floor, measured(sample(10, ASSIGNED))).getLast())
                .endsWith("10.00 ms, missed.");
    }

    @Test
    void aLoopWithoutAnAssignmentShowsDashes() {
        List<String> lines =
                BenchmarkReport.ofNight(
                        10, measured(sample(1, ASSIGNED)), measured(sample(1, NO_SUPPORTER)));

        assertThat(words(lines.get(3)))
                .containsExactly("Route", "0.0", "0.0", "%", "-", "-", "-", "-", "-");
    }

    private static Measurement measured(Sample... samples) {
        return new Measurement(
                Duration.ofSeconds(1),
                new ProcessorTimes(
                        Map.of("routing", Duration.ofMillis(400), "store", Duration.ofMillis(100)),
                        Duration.ofMillis(150)),
                List.of(samples));
    }

    private static Sample sample(long millis, RouteOutcome outcome) {
        return new Sample(Duration.ofMillis(millis).toNanos(), outcome);
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split(" +"));
    }
}
