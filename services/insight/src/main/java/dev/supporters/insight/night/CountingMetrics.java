package dev.supporters.insight.night;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Locale;

/** What became of counts. */
@Startup // alerts watch its counters
@ApplicationScoped
public class CountingMetrics {

    private final MeterRegistry meters;

    CountingMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (Result result : Result.values()) {
            counts(result);
        }
    }

    enum Result {
        /** Stored. */
        STORED,
        /** Nothing new, or another process knew more. */
        UNCHANGED,
        /** An error. */
        FAILED
    }

    void count(Result result) {
        counts(result).increment();
    }

    private Counter counts(Result result) {
        return meters.counter(
                "supporters_insight_counts_total",
                "result",
                result.name().toLowerCase(Locale.ROOT));
    }
}
