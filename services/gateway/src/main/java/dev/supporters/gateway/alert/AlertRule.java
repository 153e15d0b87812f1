package dev.supporters.gateway.alert;

import static dev.supporters.gateway.alert.AlertRule.Severity.CRITICAL;
import static dev.supporters.gateway.alert.AlertRule.Severity.WARNING;

import dev.supporters.platform.metric.MetricSample;

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
            new AlertRule("FunctionIsAway", CRITICAL, Kind.AWAY, "").lasting(minutes(2));

    /** All that the gateway can decide, beside {@link #AWAY}. */
    public static final List<AlertRule> OF_METRICS =
            List.of(
                    gauge("CallsAreHeldTooLong", WARNING, "call_held_overdue_seconds")
                            .over(15)
                            .lasting(minutes(1)),
                    gauge("CallsAreParked", CRITICAL, "call_parked"),
                    gauge("CallsAreUnexplained", WARNING, "call_unexplained").lasting(minutes(5)),
                    gauge("CallsAreNotFollowedUp", CRITICAL, "call_follow_ups_oldest_seconds")
                            .over(60)
                            .lasting(minutes(1)),
                    counter(
                            "SilenceAcceptsUnconfirmed",
                            CRITICAL,
                            "commander_unconfirmed_total",
                            minutes(10)),
                    counter("TagRuleFails", WARNING, "tagging_rule_failures_total", minutes(15)),
                    gauge("StatementsAreHeldBack", CRITICAL, "settlement_held_back_statements")
                            .lasting(minutes(10)),
                    gauge(
                            "LedgersAreUnlikeTheirEvents",
                            CRITICAL,
                            "settlement_ledgers_unlike_their_events"),
                    gauge("DisputesAreNotAnswered", WARNING, "settlement_overdue_disputes")
                            .lasting(minutes(10)),
                    gauge("SignalsAreNotDecided", WARNING, "activity_overdue_signals")
                            .lasting(minutes(10)),
                    gauge("PayIsHeldForLong", WARNING, "settlement_overdue_holds")
                            .lasting(minutes(10)),
                    gauge("BusinessDatesAreNotClosed", WARNING, "settlement_overdue_closes")
                            .lasting(minutes(5)),
                    gauge("CorrectionsAreNotPaid", WARNING, "settlement_overdue_corrections")
                            .lasting(minutes(30)),
                    counter("EventsAreDead", CRITICAL, "events_total", minutes(10))
                            .of("result=\"dead\"")
                            .each("topic"),
                    counter("EventsAreLost", WARNING, "events_total", minutes(10))
                            .of("result=~\"lost|dropped\"")
                            .each("topic")
                            .lasting(minutes(5)),
                    counter("EventsAreStuck", CRITICAL, "events_total", minutes(2))
                            .of("result=\"retried\"")
                            .each("topic")
                            .lasting(minutes(5)),
                    gauge("DeadLettersAreNotTaken", CRITICAL, "dead_letters_waiting_seconds")
                            .each("topic")
                            .over(60)
                            .lasting(minutes(1)),
                    gauge("TopicIsNotRead", CRITICAL, "topic_reader_age_seconds")
                            .each("topic")
                            .over(60)
                            .lasting(minutes(2)),
                    gauge("TopicIsWrong", CRITICAL, "topic_wrong")
                            .each("topic")
                            .lasting(minutes(1)),
                    new AlertRule("ConsumerLags", WARNING, Kind.GAUGE, ServiceStatus.LAG)
                            .of("topic=~\".+[.].+\"")
                            .each("topic")
                            .over(1000)
                            .lasting(minutes(10)),
                    counter("OutboxFails", CRITICAL, "outbox_failures_total", minutes(5))
                            .lasting(minutes(10)),
                    gauge("EventsWaitInOutboxes", CRITICAL, "outbox_oldest_seconds")
                            .each("collection")
                            .over(60)
                            .lasting(minutes(2)),
                    gauge("DocumentsAreUnreadable", CRITICAL, "store_unreadable_documents")
                            .each("collection"),
                    counter("StoreSweepFails", WARNING, "store_sweep_failures_total", minutes(15))
                            .each("collection")
                            .lasting(minutes(30)),
                    gauge("BreakerIsOpen", WARNING, "remote_breaker_open")
                            .each("remote")
                            .lasting(minutes(1)),
                    counter("BulkheadIsFull", WARNING, "remote_seconds_count", minutes(5))
                            .of("result=\"BULKHEAD_FULL\"")
                            .each("remote")
                            .lasting(minutes(5)),
                    counter(
                                    "RestsAndEndsAreNotFinished",
                                    CRITICAL,
                                    "work_asked_failures_total",
                                    minutes(5))
                            .lasting(minutes(5)),
                    gauge("DriversAreSuspendedForLong", WARNING, "driver_overdue_suspensions")
                            .lasting(minutes(10)),
                    gauge("ApplicationsAreNotReviewed", WARNING, "driver_overdue_applications")
                            .lasting(minutes(10)),
                    gauge("DrivesHaveNoEnd", WARNING, "work_overrun_shifts"),
                    counter(
                                    "ShiftsAreNotClockedOff",
                                    CRITICAL,
                                    "work_clockoff_failures_total",
                                    minutes(5))
                            .lasting(minutes(5)),
                    gauge("ClockOffIsLate", CRITICAL, "work_clockoff_overdue_seconds")
                            .over(120)
                            .lasting(minutes(1)),
                    gauge("CommandsAreOverdue", CRITICAL, "commander_overdue_seconds")
                            .over(90)
                            .lasting(minutes(1)),
                    gauge("MovesAreOverdue", WARNING, "move_overdue_drivers").lasting(minutes(5)),
                    counter("NightsAreNotCounted", WARNING, "insight_counts_total", minutes(5))
                            .of("result=\"failed\"")
                            .lasting(minutes(5)),
                    counter(
                            "ModelFileIsRefused",
                            WARNING,
                            "mlgateway_model_files_refused_total",
                            minutes(15)),
                    counter("ZonesAreNotPlanned", WARNING, "zone_refreshes_total", minutes(5))
                            .of("result=\"failed\"")
                            .lasting(minutes(5)),
                    gauge("HistoryOfDemandIsUnusable", WARNING, "zone_unusable_histories"));

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

    /** For as long as it is above 0, from the first moment on. */
    private AlertRule(String name, Severity severity, Kind kind, String metric) {
        this(name, severity, kind, metric, "", Optional.empty(), 0, Duration.ZERO, Duration.ZERO);
    }

    /**
     * @param metric of ours, without the word that all begin with
     */
    private static AlertRule gauge(String name, Severity severity, String metric) {
        return new AlertRule(name, severity, Kind.GAUGE, ServiceStatus.OURS + metric);
    }

    private static AlertRule counter(
            String name, Severity severity, String metric, Duration window) {
        return new AlertRule(
                name,
                severity,
                Kind.COUNTER,
                ServiceStatus.OURS + metric,
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
