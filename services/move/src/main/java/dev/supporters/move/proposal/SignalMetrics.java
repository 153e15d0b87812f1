package dev.supporters.move.proposal;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

/** Counts what became of signals. */
@ApplicationScoped
public class SignalMetrics {

    private final MeterRegistry meters;

    SignalMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    public void count(SignalResult result) {
        meters.counter("supporters_move_signals_total", "result", result.label()).increment();
    }
}
