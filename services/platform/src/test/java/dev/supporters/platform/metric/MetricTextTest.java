package dev.supporters.platform.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;

class MetricTextTest {

    private static final String TEXT =
            """
            # HELP supporters_call_parked parked calls
            # TYPE supporters_call_parked gauge
            supporters_call_parked 2.0
            supporters_call_parked_other 9.0
            supporters_events_total{result="dead",topic="supporters.calls.v1",} 3.0
            supporters_events_total{result="a \\"b\\\\ c\\nd"} 1.0E3 1764500000
            supporters_age +Inf
            supporters_age{broken="yes 5.0
            supporters_age none
            """;

    @Test
    void readsTheWantedNamesWithTheirLabels() {
        assertThat(
                        MetricText.read(
                                TEXT, Set.of("supporters_call_parked", "supporters_events_total")))
                .containsExactly(
                        new MetricSample("supporters_call_parked", Map.of(), 2),
                        new MetricSample(
                                "supporters_events_total",
                                Map.of("result", "dead", "topic", "supporters.calls.v1"),
                                3),
                        new MetricSample(
                                "supporters_events_total",
                                Map.of("result", "a \"b\\ c\nd"),
                                1_000));
    }

    @Test
    void readsAllWhenNoNamesAreGiven() {
        assertThat(MetricText.read(TEXT))
                .extracting(MetricSample::name)
                .containsExactly(
                        "supporters_call_parked",
                        "supporters_call_parked_other",
                        "supporters_events_total",
                        "supporters_events_total",
                        "supporters_age");
    }

    @Test
    void aLabelThatASampleDoesNotHaveIsEmpty() {
        MetricSample sample = MetricText.read(TEXT, Set.of("supporters_events_total")).getFirst();

        assertThat(sample.label("result")).isEqualTo("dead");
        assertThat(sample.label("service")).isEmpty();
    }

    @Test
    void leavesOutWhatIsNoNumber() {
        assertThat(MetricText.read(TEXT, Set.of("supporters_age")))
                .containsExactly(
                        new MetricSample("supporters_age", Map.of(), Double.POSITIVE_INFINITY));
    }
}
