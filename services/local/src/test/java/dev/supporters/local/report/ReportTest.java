package dev.supporters.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class ReportTest {

    @Test
    void saysWhatACleanNightCameTo() {
        // Given
        Told told =
                Told.cleanNight()
                        .routed(1)
                        .routed(2)
                        .routed(6)
                        .statement("work", 1_000, 17, 14_000, 3_967, true);
        // When
        Report report = Report.of(told.input());
        // Then
        assertThat(report.exitCode()).isZero();
        assertThat(report.text().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .contains(
                        "completed, supporters 1",
                        "completed, general 1",
                        "cancelled, general 1",
                        "no supporter 1",
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
        Report report = Report.of(Told.cleanNight().requested("c9", 1_000).input());
        // Then
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.violations().get("a call without an end"))
                .containsExactly("call c9 has 0 ends");
        assertThat(report.text()).contains("call c9 has 0 ends");
    }

    @Test
    void leavesDemoDataOut() {
        // Given
        ReportInput input =
                Told.cleanNight().requested("demo", 1).begun("demo-work", "demo-driver", 1).input();
        // When
        Report report = Report.of(input.without(Set.of("demo"), Set.of("demo-driver")));
        // Then: its customer is none of the night's
        assertThat(report.violations().values().stream().flatMap(List::stream))
                .containsExactly("call demo is known to its customer only");
    }

    @Test
    void takesPercentilesByNearestRank() {
        Figures figures = Figures.of(List.of(4.0, 1.0, 3.0, 2.0));
        assertThat(figures.percentile(50)).isEqualTo(2);
        assertThat(figures.percentile(95)).isEqualTo(4);
        assertThat(figures.mean()).isEqualTo(2.5);
        assertThat(Figures.of(List.of()).percentile(99)).isZero();
    }
}
