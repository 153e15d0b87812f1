package dev.supporters.testkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.testkit.metrics.MetricQueries.MetricQuery;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class MetricQueriesTest {

    @Test
    void findsWhatAQuerySelectsAndWhatItGroupsBy() {
        assertThat(
                        MetricQueries.in(
                                """
                                sum by (job, result) (rate(calls_total{namespace="any",path=~"a|b"}[5m]))
                                  / sum(rate(calls_total{namespace="any"}[5m]))
                                histogram_quantile(0.99, sum by (le) (rate(wait_seconds_bucket{namespace="any"}[5m])))
                                """))
                .containsExactly(
                        new MetricQuery("calls_total", Set.of("path", "result"), Set.of()),
                        new MetricQuery("wait_seconds_bucket", Set.of("le"), Set.of()));
    }

    @Test
    void findsTheBucketsThatAQueryNames() {
        assertThat(MetricQueries.in("rate(wait_seconds_bucket{le=\"1.0\",result!=\"failed\"}[1h])"))
                .containsExactly(
                        new MetricQuery(
                                "wait_seconds_bucket", Set.of("le", "result"), Set.of("1.0")));
    }

    @Test
    void whatIsGroupedOutsideBelongsToAllThatIsInside() {
        assertThat(
                        MetricQueries.in(
                                "max by (area) (sum by (pod, area) (used_bytes{namespace=\"any\"})) > one{a=\"b\"}"))
                .containsExactly(
                        new MetricQuery("one", Set.of("a"), Set.of()),
                        new MetricQuery("used_bytes", Set.of("area"), Set.of()));
    }

    @Test
    void readsTheAlertsAndDashboardsOfTheChart() {
        assertThat(MetricQueries.ofTheChart())
                .hasSizeGreaterThan(50)
                .contains(
                        new MetricQuery("supporters_topic_wrong", Set.of("topic"), Set.of()),
                        new MetricQuery("jvm_memory_used_bytes", Set.of("area"), Set.of()))
                .anyMatch(asked ->
                        asked.metric().equals("supporters_call_path_wait_seconds_bucket")
                                && asked.bounds().contains("1.0"));
    }

    @Test
    void tellsWhichLabelsAndBucketsAreNotThere() {
        MetricSamples samples = new MetricSamples();
        samples.add(
                """
                # HELP wait_seconds how long
                # TYPE wait_seconds histogram
                wait_seconds_bucket{path="a \\"b\\"",le="0.5"} 3
                wait_seconds_bucket{path="c",le="+Inf"} 4
                calls_total{result="x"} 1.0
                up 1
                """);

        assertThat(samples.metrics())
                .containsExactlyInAnyOrder("wait_seconds_bucket", "calls_total", "up");
        assertThat(
                        samples.lacking(
                                List.of(
                                        new MetricQuery(
                                                "wait_seconds_bucket",
                                                Set.of("path", "le"),
                                                Set.of("0.5")),
                                        new MetricQuery("up", Set.of(), Set.of()),
                                        new MetricQuery("elsewhere_total", Set.of("a"), Set.of()))))
                .isEmpty();
        assertThat(
                        samples.lacking(
                                List.of(
                                        new MetricQuery(
                                                "wait_seconds_bucket",
                                                Set.of("result"),
                                                Set.of("1.0")),
                                        new MetricQuery(
                                                "calls_total", Set.of("reason"), Set.of()))))
                .containsExactly(
                        "wait_seconds_bucket has no label result",
                        "wait_seconds_bucket has no bucket 1.0",
                        "calls_total has no label reason");
    }
}
