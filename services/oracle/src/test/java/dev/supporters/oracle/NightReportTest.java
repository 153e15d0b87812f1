package dev.supporters.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class NightReportTest {

    @Test
    void saysTheResultOfACleanNight() {
        // Given
        NightScript script =
                NightScript.cleanNight()
                        .routed(1)
                        .routed(2)
                        .routed(6)
                        .statement("work", 1_000, 17, 14_000, 3_967, true);
        // When
        NightReport report = NightReport.of(script.history());
        // Then
        assertThat(report.exitCode()).isZero();
        assertThat(report.text().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .contains(
                        "completed, supporters 1",
                        "completed, general 1",
                        "cancelled, general 1",
                        "no supporter 1",
                        "calls 2",
                        "said again 0",
                        "longest until then (real) 0.00 ms",
                        "accepted by silence 1 of 1 = 100.0 %",
                        "refused 1 of 2 = 50.0 %",
                        "too far 1",
                        "supporters, mean 2.00 min",
                        "paid minutes 17",
                        "paid 3,967 won",
                        "per completed supporters' call 3,967.00 won",
                        "mean 3.00 ms",
                        "p95 6.00 ms",
                        "calls per second of real time 1.50",
                        "a driver with two live engagements 0");
    }

    @Test
    void failsWhenAnythingHappenedThatMustNeverHappen() {
        // When
        NightReport report =
                NightReport.of(NightScript.cleanNight().requested("c9", 1_000).history());
        // Then
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.violations().get("a call without an end"))
                .containsExactly("call c9 has 0 ends");
        assertThat(report.text()).contains("call c9 has 0 ends");
    }

    @Test
    void leavesDemoDataOut() {
        // Given
        NightHistory history =
                NightScript.cleanNight()
                        .requested("demo", 1)
                        .begun("demo-work", "demo-driver", 1)
                        .history();
        // When
        NightReport report = NightReport.of(history.without(Set.of("demo"), Set.of("demo-driver")));
        // Then: its customer is none of the night's
        assertThat(report.violations().values().stream().flatMap(List::stream))
                .containsExactly("call demo is known to its customer only");
    }

    @Test
    void takesPercentilesOfAllDecisionsTogetherWhicheverProcessMadeThem() {
        // Given: 19 quick decisions of one process, a slow one of another
        NightScript script = NightScript.cleanNight().routed(100);
        for (int i = 0; i < 19; i++) {
            script.routed(1);
        }
        // When
        NightReport report = NightReport.of(script.history());
        // Then: the mean of both processes' percentiles would be 50.5 ms
        assertThat(report.text().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .contains("p50 1.00 ms", "p95 1.00 ms", "p99 100.00 ms");
    }

    @Test
    void takesPercentilesByNearestRank() {
        SampleStatistics figures = SampleStatistics.of(List.of(4.0, 1.0, 3.0, 2.0));
        assertThat(figures.percentile(50)).isEqualTo(2);
        assertThat(figures.percentile(95)).isEqualTo(4);
        assertThat(figures.mean()).isEqualTo(2.5);
        assertThat(SampleStatistics.of(List.of()).percentile(99)).isZero();
    }
}
