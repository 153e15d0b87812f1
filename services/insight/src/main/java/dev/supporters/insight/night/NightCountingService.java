package dev.supporters.insight.night;

import dev.supporters.insight.InsightConfig;
import dev.supporters.insight.night.CountingMetrics.Result;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Counts the nights when the next count is due, and stores what has changed. Any number of processes may do so at once: each counts
 * everything, and the one that has read the most decides.
 */
@ApplicationScoped
public class NightCountingService {

    private final NightCounter counter;
    private final NightRepository nights;
    private final CountingMetrics metrics;
    private final NightMetrics figures;
    private final Clock clock;
    private final Duration period;
    private final Duration past;
    private volatile Instant next = Instant.MIN;

    NightCountingService(
            NightCounter counter,
            NightRepository nights,
            CountingMetrics metrics,
            NightMetrics figures,
            Clock clock,
            InsightConfig config) {
        this.counter = counter;
        this.nights = nights;
        this.metrics = metrics;
        this.figures = figures;
        this.clock = clock;
        period = config.counting().period();
        past = config.counting().past();
    }

    /** Counts if that is due. One night that cannot be stored does not stop the others. */
    public void count() {
        // in milliseconds, as the store has times
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(period);
        List<CountedNight> counted = counter.count(now.minus(past), now);
        figures.show(counted);
        RuntimeException failure = null;
        for (CountedNight night : counted) {
            try {
                metrics.count(nights.put(night) ? Result.STORED : Result.UNCHANGED);
            } catch (RuntimeException e) {
                metrics.count(Result.FAILED);
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
