package dev.supporters.gateway.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.supporters.platform.metric.MetricSample;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When an alert holds, since when, and when it is over. */
class AlertConditionsTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");
    private static final String TOPIC = "supporters.calls.v1";

    private final AlertConditions conditions = new AlertConditions();
    private Duration elapsed = Duration.ofHours(3);
    private Instant now = BEGIN;

    @Test
    void parkedCallsAreAnAlertAtOnceAndUntilNoneIsLeft() {
        // When
        call(gauge("supporters_call_parked", 2));
        List<FiringAlert> parked = firing();
        passes(Duration.ofMinutes(5));
        call(gauge("supporters_call_parked", 1));
        List<FiringAlert> later = firing();
        call(gauge("supporters_call_parked", 0));

        // Then
        assertThat(parked)
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.rule().name()).isEqualTo("CallsAreParked");
                    assertThat(alert.service()).isEqualTo("call");
                    assertThat(alert.value()).isEqualTo(2);
                    assertThat(alert.since()).isEqualTo(BEGIN);
                });
        assertThat(later)
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.value()).isEqualTo(1);
                    assertThat(alert.since()).isEqualTo(BEGIN);
                });
        assertThat(firing()).isEmpty();
    }

    @Test
    void aBreakerMustBeOpenForAMinute() {
        // Given
        call(breaker("routing", 1), breaker("commander", 0));
        List<FiringAlert> atOnce = firing();

        // When
        passes(Duration.ofMinutes(1));
        call(breaker("routing", 1), breaker("commander", 1));

        // Then
        assertThat(atOnce).isEmpty();
        assertThat(firing())
                .extracting(alert -> alert.rule().name(), FiringAlert::subject, FiringAlert::since)
                .containsExactly(tuple("BreakerIsOpen", Optional.of("routing"), BEGIN));
    }

    @Test
    void whatWasNotSoForAMomentBeginsAnew() {
        // Given
        call(breaker("routing", 1));
        passes(Duration.ofSeconds(50));
        call(breaker("routing", 0));
        passes(Duration.ofSeconds(10));
        call(breaker("routing", 1));

        // When
        passes(Duration.ofSeconds(50));
        call(breaker("routing", 1));

        // Then
        assertThat(firing()).isEmpty();
    }

    @Test
    void deadLettersAreAnAlertForTenMinutes() {
        // Given
        call(dead(0));
        passes(Duration.ofSeconds(15));
        call(dead(1));
        Instant grown = now;

        // When
        passes(Duration.ofMinutes(10));
        call(dead(1));
        List<FiringAlert> within = firing();
        passes(Duration.ofSeconds(15));
        call(dead(1));

        // Then
        assertThat(within)
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.rule().name()).isEqualTo("EventsAreDead");
                    assertThat(alert.subject()).contains(TOPIC);
                    assertThat(alert.since()).isEqualTo(grown);
                });
        assertThat(firing()).isEmpty();
    }

    @Test
    void whatACounterSaysAtFirstIsNoNews() {
        call(dead(7));

        assertThat(firing()).isEmpty();
    }

    @Test
    void aCounterThatBeganAnewHasGrownToWhatItSays() {
        // Given
        call(dead(7));
        passes(Duration.ofSeconds(15));

        // When
        call(dead(2));

        // Then
        assertThat(firing()).hasSize(1);
    }

    @Test
    void aCounterThatBeganAnewWith0HasNotGrown() {
        // Given
        call(dead(7));
        passes(Duration.ofSeconds(15));

        // When
        call(dead(0));

        // Then
        assertThat(firing()).isEmpty();
    }

    @Test
    void anotherProcessThatHasRunForLongIsNoNews() {
        // Given two processes answer by turns
        call(dead(0), started(1), uptime(7_200));
        passes(Duration.ofSeconds(15));

        // When
        call(dead(3), started(2), uptime(3_600));
        passes(Duration.ofSeconds(15));
        call(dead(0), started(1), uptime(7_230));
        passes(Duration.ofSeconds(15));
        call(dead(3), started(2), uptime(3_630));

        // Then
        assertThat(firing()).isEmpty();
    }

    @Test
    void aProcessThatBeganSinceHasCountedSince() {
        // Given
        call(dead(7), started(1), uptime(7_200));
        passes(Duration.ofSeconds(15));

        // When
        call(dead(2), started(3), uptime(9));

        // Then
        assertThat(firing()).hasSize(1);
    }

    @Test
    void onlyTopicsUnderTheirOwnNameLag() {
        // Given
        call(
                lag("supporters_calls_v1", 5_000),
                lag(TOPIC, 1_000),
                lag("supporters.work.v1", 1_001));

        // When
        passes(Duration.ofMinutes(10));
        call(
                lag("supporters_calls_v1", 5_000),
                lag(TOPIC, 1_000),
                lag("supporters.work.v1", 1_001));

        // Then
        assertThat(firing())
                .extracting(FiringAlert::subject)
                .containsExactly(Optional.of("supporters.work.v1"));
    }

    @Test
    void aServiceThatDoesNotAnswerIsAwayAfterTwoMinutesAndSaysNothingElse() {
        // Given
        call(gauge("supporters_call_parked", 2));
        conditions.take(new ServiceReading("call", now, elapsed, Optional.empty()));

        // When
        passes(Duration.ofMinutes(2));
        conditions.take(new ServiceReading("call", now, elapsed, Optional.empty()));

        // Then
        assertThat(firing())
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.rule()).isEqualTo(AlertRule.AWAY);
                    assertThat(alert.since()).isEqualTo(BEGIN);
                });
    }

    @Test
    void aReadingOfOneServiceChangesNothingForOthers() {
        // Given
        call(gauge("supporters_call_parked", 2));

        // When
        conditions.take(new ServiceReading("work", now, elapsed, Optional.of(List.of())));

        // Then
        assertThat(firing()).extracting(FiringAlert::service).containsExactly("call");
    }

    @Test
    void theMostUrgentComesFirstThenTheOldest() {
        // Given
        call(gauge("supporters_call_unexplained", 1), gauge("supporters_call_parked", 0));
        passes(Duration.ofMinutes(5));

        // When
        call(gauge("supporters_call_unexplained", 1), gauge("supporters_call_parked", 1));

        // Then
        assertThat(firing())
                .extracting(alert -> alert.rule().name())
                .containsExactly("CallsAreParked", "CallsAreUnexplained");
    }

    private void call(MetricSample... samples) {
        conditions.take(new ServiceReading("call", now, elapsed, Optional.of(List.of(samples))));
    }

    private List<FiringAlert> firing() {
        return conditions.firing(elapsed);
    }

    private void passes(Duration time) {
        elapsed = elapsed.plus(time);
        now = now.plus(time);
    }

    private static MetricSample gauge(String name, double value) {
        return new MetricSample(name, Map.of(), value);
    }

    private static MetricSample breaker(String remote, double value) {
        return new MetricSample("supporters_remote_breaker_open", Map.of("remote", remote), value);
    }

    private static MetricSample dead(double value) {
        return new MetricSample(
                "supporters_events_total", Map.of("topic", TOPIC, "result", "dead"), value);
    }

    private static MetricSample started(double value) {
        return gauge("process_start_time_seconds", value);
    }

    private static MetricSample uptime(double value) {
        return gauge("process_uptime_seconds", value);
    }

    private static MetricSample lag(String topic, double value) {
        return new MetricSample(
                "kafka_consumer_fetch_manager_records_lag", Map.of("topic", topic), value);
    }
}
