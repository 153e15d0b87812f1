package dev.supporters.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class OverdueMonitorTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> warnings = new ArrayList<>();
    private final OverdueMonitor<String> monitor =
            new OverdueMonitor<>(meters, "overdue", warnings::add);

    @Test
    void theGaugeIsThereBeforeAnythingIsFound() {
        assertThat(overdue()).isZero();
    }

    @Test
    void eachIsWarnedOfOnceWhileItWaits() {
        monitor.found(List.of("one"));
        monitor.found(List.of("one", "two"));
        monitor.found(List.of("two"));

        assertThat(warnings).containsExactly("one", "two");
        assertThat(overdue()).isEqualTo(1);
    }

    @Test
    void whatIsFoundAgainLaterIsWarnedOfAgain() {
        monitor.found(List.of("one"));
        monitor.found(List.of());
        assertThat(overdue()).isZero();

        monitor.found(List.of("one"));

        assertThat(warnings).containsExactly("one", "one");
    }

    @Test
    void whatIsNamedTwiceCountsOnce() {
        monitor.found(List.of("one", "one"));

        assertThat(warnings).containsExactly("one");
        assertThat(overdue()).isEqualTo(1);
    }

    private double overdue() {
        return meters.get("overdue").gauge().value();
    }
}
