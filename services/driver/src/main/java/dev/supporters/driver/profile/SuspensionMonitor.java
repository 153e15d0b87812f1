package dev.supporters.driver.profile;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.DriverConfig;
import dev.supporters.platform.time.OverdueMonitor;
import dev.supporters.platform.time.Scheduler;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Tells of drivers who have been suspended for so long that somebody must decide again. Time alone ends no suspension. */
@ApplicationScoped
public class SuspensionMonitor {

    private static final Logger LOG = Logger.getLogger(SuspensionMonitor.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final SuspensionRepository repository;
    private final Scheduler scheduler;
    private final Clock clock;
    private final DriverConfig config;
    private final OverdueMonitor<DriverId> overdue;
    private final AtomicLong oldestSeconds;

    SuspensionMonitor(
            SuspensionRepository repository,
            Scheduler scheduler,
            Clock clock,
            DriverConfig config,
            MeterRegistry meters) {
        this.repository = repository;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
        overdue =
                new OverdueMonitor<>(
                        meters,
                        "supporters_driver_overdue_suspensions",
                        driverId -> LOG.warnf("suspended for long driverId=%s", driverId));
        oldestSeconds =
                meters.gauge("supporters_driver_oldest_suspension_seconds", new AtomicLong());
    }

    void start(@Observes StartupEvent event) {
        scheduler.every(PAUSE, this::look);
    }

    void look() {
        Instant now = clock.instant();
        oldestSeconds.set(
                repository.suspendedSince(now, 1).stream()
                        .flatMap(profile -> profile.suspendedSince().stream())
                        .mapToLong(since -> Duration.between(since, now).toSeconds())
                        .findFirst()
                        .orElse(0));
        overdue.found(
                repository.suspendedSince(now.minus(config.suspensionReview()), MOST).stream()
                        .map(Profile::driverId)
                        .toList());
    }
}
