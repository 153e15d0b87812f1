package dev.supporters.activity.abuse;

import dev.supporters.activity.ActivityConfig;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;

/** Looks for signals on which nobody decides. */
@ApplicationScoped
public class SignalMonitor {

    private static final int MOST = 1_000;

    private final SignalRepository signals;
    private final AbuseMetrics metrics;
    private final Clock clock;
    private final ActivityConfig config;

    SignalMonitor(
            SignalRepository signals, AbuseMetrics metrics, Clock clock, ActivityConfig config) {
        this.signals = signals;
        this.metrics = metrics;
        this.clock = clock;
        this.config = config;
    }

    public void look() {
        metrics.overdue(
                signals.undecidedSince(clock.instant().minus(config.abuse().decideWithin()), MOST)
                        .size());
    }
}
