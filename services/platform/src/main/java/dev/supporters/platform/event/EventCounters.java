package dev.supporters.platform.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.List;

/** Counts what becomes of events, by topic. An alert sees the first one that is dead or lost only if there was a 0 before. */
final class EventCounters {

    /** What becomes of an event that is taken in. */
    private static final List<String> OUTCOMES = List.of("handled", "retried", "dead", "skipped");

    /** Records that were published without an outbox, and that no broker has. */
    private static final List<String> LOSSES = List.of("lost", "dropped");

    private final MeterRegistry meters;

    EventCounters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** From now on with 0. */
    void expectTakenIn(String topic) {
        OUTCOMES.forEach(outcome -> counter(topic, outcome));
    }

    /** From now on with 0. */
    void expectPublished(String topic) {
        LOSSES.forEach(loss -> counter(topic, loss));
    }

    void count(String topic, String result) {
        counter(topic, result).increment();
    }

    private Counter counter(String topic, String result) {
        return meters.counter("supporters_events_total", "topic", topic, "result", result);
    }
}
