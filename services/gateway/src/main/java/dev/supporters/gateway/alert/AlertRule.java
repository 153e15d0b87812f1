package dev.supporters.gateway.alert;

import static dev.supporters.gateway.alert.AlertRule.Severity.CRITICAL;
import static dev.supporters.gateway.alert.AlertRule.Severity.WARNING;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An alert of the chart that one service's own metrics decide. Those that need more than one metric or service, or the cluster, are
 * Prometheus' alone.
 *
 * @param name as in the chart and in the runbook
 * @param kind what of the metric decides
 * @param metric empty for whether the service answers at all
 * @param selector which of its series, as PromQL has it: {@code result=~"lost|dropped"}; empty for all
 * @param by the label by which there is one alert each; empty for one of the service
 * @param above it holds while the number is larger; of a counter, its increase
 * @param window within which a counter must have grown
 * @param pending how long it must hold until it is an alert
 */
public record AlertRule(
        String name,
        Severity severity,
        Kind kind,
        String metric,
        String selector,
        Optional<String> by,
        double above,
        Duration window,
        Duration pending) {

    /** The service does not answer. */
    public static final AlertRule AWAY =
            new AlertRule(
                    "FunctionIsAway",
                    CRITICAL,
                    Kind.AWAY,
                    "",
                    "",
                    Optional.empty(),
                    0,
                    Duration.ZERO,
                    minutes(2));

    /** All that the gateway can decide, beside {@link #AWAY}. */
    public static final List<AlertRule> OF_METRICS =
            List.of(
                    gauge("CallsAreHeldTooLong", WARNING, "supporters_call_held_overdue_seconds")
                            .over(15)
                            .lasting(minutes(1)),
                    gauge("CallsAreParked", CRITICAL, "supporters_call_parked"),
                    gauge("CallsAreUnexplained", WARNING, "supporters_call_unexplained")
                            .lasting(minutes(5)),
                    gauge(
                                    "CallsAreNotFollowedUp",
                                    CRITICAL,
                                    "supporters_call_follow_ups_oldest_seconds")
                            .over(60)
                            .lasting(minutes(1)),
                    counter(
                            "SilenceAcceptsUnconfirmed",
                            CRITICAL,
                            "supporters_commander_unconfirmed_total",
                            minutes(10)),
                    counter(
                            "TagRuleFails",
                            WARNING,
                            "supporters_tagging_rule_failures_total",
                            minutes(15)),
                    gauge(
                                    "StatementsAreHeldBack",
                                    CRITICAL,
                                    "supporters_settlement_held_back_statements")
                            .lasting(minutes(10)),
                    gauge(
                            "LedgersAreUnlikeTheirEvents",
                            CRITICAL,
                            "supporters_settlement_ledgers_unlike_their_events"),
                    gauge(
                                    "DisputesAreNotAnswered",
                                    WARNING,
                                    "supporters_settlement_overdue_disputes")
                            .lasting(minutes(10)),
                    gauge("SignalsAreNotDecided", WARNING, "supporters_activity_overdue_signals")
                            .lasting(minutes(10)),
                    gauge(
                                    "BusinessDatesAreNotClosed",
                                    WARNING,
                                    "supporters_settlement_overdue_closes")
                            .lasting(minutes(5)),
                    gauge(
                                    "CorrectionsAreNotPaid",
                                    WARNING,
                                    "supporters_settlement_overdue_corrections")
                            .lasting(minutes(30)),
                    counter("EventsAreDead", CRITICAL, "supporters_events_total", minutes(10))
                            .of("result=\"dead\"")
                            .each("topic"),
                    counter("EventsAreLost", WARNING, "supporters_events_total", minutes(10))
                            .of("result=~\"lost|dropped\"")
                            .each("topic")
                            .lasting(minutes(5)),
                    counter("EventsAreStuck", CRITICAL, "supporters_events_total", minutes(2))
                            .of("result=\"retried\"")
                            .each("topic")
                            .lasting(minutes(5)),
                    gauge("TopicIsNotRead", CRITICAL, "supporters_topic_reader_age_seconds")
                            .each("topic")
                            .over(60)
                            .lasting(minutes(2)),
                    gauge("TopicIsWrong", CRITICAL, "supporters_topic_wrong")
                            .each("topic")
                            .lasting(minutes(1)),
                    gauge("ConsumerLags", WARNING, "kafka_consumer_fetch_manager_records_lag")
                            .of("topic=~\".+[.].+\"")
                            .each("topic")
                            .over(1000)
                            .lasting(minutes(10)),
                    counter("OutboxFails", CRITICAL, "supporters_outbox_failures_total", minutes(5))
                            .lasting(minutes(10)),
                    gauge(
                                    "DocumentsAreUnreadable",
                                    CRITICAL,
                                    "supporters_store_unreadable_documents")
                            .each("collection"),
                    counter(
                                    "StoreSweepFails",
                                    WARNING,
                                    "supporters_store_sweep_failures_total",
                                    minutes(15))
                            .each("collection")
                            .lasting(minutes(30)),
                    gauge("BreakerIsOpen", WARNING, "supporters_remote_breaker_open")
                            .each("remote")
                            .lasting(minutes(1)),
                    counter(
                                    "BulkheadIsFull",
                                    WARNING,
                                    "supporters_remote_seconds_count",
                                    minutes(5))
                            .of("result=\"BULKHEAD_FULL\"")
                            .each("remote")
                            .lasting(minutes(5)),
                    counter(
                                    "RestsAndEndsAreNotFinished",
                                    CRITICAL,
                                    "supporters_work_asked_failures_total",
                                    minutes(5))
                            .lasting(minutes(5)),
                    gauge(
                                    "ApplicationsAreNotReviewed",
                                    WARNING,
                                    "supporters_driver_overdue_applications")
                            .lasting(minutes(10)),
                    gauge("DrivesHaveNoEnd", WARNING, "supporters_work_overrun_shifts"),
                    counter(
                                    "ShiftsAreNotClockedOff",
                                    CRITICAL,
                                    "supporters_work_clockoff_failures_total",
                                    minutes(5))
                            .lasting(minutes(5)),
                    gauge("ClockOffIsLate", CRITICAL, "supporters_work_clockoff_overdue_seconds")
                            .over(120)
                            .lasting(minutes(1)),
                    counter(
                                    "NightsAreNotCounted",
                                    WARNING,
                                    "supporters_insight_counts_total",
                                    minutes(5))
                            .of("result=\"failed\"")
                            .lasting(minutes(5)),
                    counter(
                            "ModelFileIsRefused",
                            WARNING,
                            "supporters_mlgateway_model_files_refused_total",
                            minutes(15)),
                    counter(
                                    "ZonesAreNotPlanned",
                                    WARNING,
                                    "supporters_zone_refreshes_total",
                                    minutes(5))
                            .of("result=\"failed\"")
                            .lasting(minutes(5)),
                    gauge(
                            "HistoryOfDemandIsUnusable",
                            WARNING,
                            "supporters_zone_unusable_histories"));

    private static final Pattern SELECTOR = Pattern.compile("([a-z]+)=~?\"(.*)\"");

    /** How soon somebody must act. */
    public enum Severity {
        /** At once. */
        CRITICAL,
        /** By day. */
        WARNING
    }

    /** What of a metric decides. */
    public enum Kind {
        /** The largest of its numbers. */
        GAUGE,
        /** Whether all of them together have grown. */
        COUNTER,
        /** That there are none. */
        AWAY
    }

    /** The names of all metrics that decide. */
    public static Set<String> metrics() {
        return OF_METRICS.stream().map(AlertRule::metric).collect(Collectors.toSet());
    }

    /** What of the samples it is about. A number that is none decides nothing. */
    Stream<MetricSample> among(List<MetricSample> samples) {
        Stream<MetricSample> own =
                samples.stream()
                        .filter(sample -> sample.name().equals(metric))
                        .filter(sample -> !Double.isNaN(sample.value()));
        Matcher selected = SELECTOR.matcher(selector);
        if (!selected.matches()) {
            return own;
        }
        Pattern value = Pattern.compile(selected.group(2));
        return own.filter(sample -> value.matcher(sample.label(selected.group(1))).matches());
    }

    private static AlertRule gauge(String name, Severity severity, String metric) {
        return new AlertRule(
                name,
                severity,
                Kind.GAUGE,
                metric,
                "",
                Optional.empty(),
                0,
                Duration.ZERO,
                Duration.ZERO);
    }

    private static AlertRule counter(
            String name, Severity severity, String metric, Duration window) {
        return new AlertRule(
                name,
                severity,
                Kind.COUNTER,
                metric,
                "",
                Optional.empty(),
                0,
                window,
                Duration.ZERO);
    }

    private AlertRule of(String series) {
        return new AlertRule(name, severity, kind, metric, series, by, above, window, pending);
    }

    private AlertRule each(String label) {
        return new AlertRule(
                name, severity, kind, metric, selector, Optional.of(label), above, window, pending);
    }

    private AlertRule over(double limit) {
        return new AlertRule(name, severity, kind, metric, selector, by, limit, window, pending);
    }

    private AlertRule lasting(Duration time) {
        return new AlertRule(name, severity, kind, metric, selector, by, above, window, time);
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}
