package dev.supporters.activity.abuse;

import dev.supporters.activity.ActivityConfig;
import dev.supporters.platform.time.OverdueMonitor;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;

/** Looks for signals on which nobody decides, and tells of them. */
@ApplicationScoped
public class SignalMonitor {

    private static final Logger LOG = Logger.getLogger(SignalMonitor.class);
    private static final int MOST = 1_000;

    private final SignalRepository signals;
    private final Clock clock;
    private final ActivityConfig config;
    private final OverdueMonitor<String> overdue;

    SignalMonitor(
            SignalRepository signals, Clock clock, ActivityConfig config, MeterRegistry meters) {
        this.signals = signals;
        this.clock = clock;
        this.config = config;
        overdue =
                new OverdueMonitor<>(
                        meters,
                        "supporters_activity_overdue_signals",
                        signalId -> LOG.warnf("signal not decided signalId=%s", signalId));
    }

    public void look() {
        overdue.found(
                signals
                        .undecidedSince(clock.instant().minus(config.abuse().decideWithin()), MOST)
                        .stream()
                        .map(Signal::id)
                        .toList());
    }
}
