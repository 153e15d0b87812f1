package dev.supporters.driver.profile;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.DriverConfig;
import dev.supporters.platform.time.Scheduler;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

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
    private final AtomicInteger overdue;
    private final AtomicLong oldestSeconds;
    private Set<DriverId> told = Set.of();

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
        overdue = meters.gauge("supporters_driver_overdue_suspensions", new AtomicInteger());
        oldestSeconds =
                meters.gauge("supporters_driver_oldest_suspension_seconds", new AtomicLong());
    }

    void start(@Observes StartupEvent event) {
        scheduler.every(PAUSE, this::look);
    }

    synchronized void look() {
        Instant now = clock.instant();
        oldestSeconds.set(
                repository.suspendedSince(now, 1).stream()
                        .flatMap(profile -> profile.suspendedSince().stream())
                        .mapToLong(since -> Duration.between(since, now).toSeconds())
                        .findFirst()
                        .orElse(0));
        List<DriverId> late =
                repository.suspendedSince(now.minus(config.suspensionReview()), MOST).stream()
                        .map(Profile::driverId)
                        .toList();
        late.stream()
                .filter(driverId -> !told.contains(driverId))
                .forEach(driverId -> LOG.warnf("suspended for long driverId=%s", driverId));
        told = late.stream().collect(Collectors.toSet());
        overdue.set(late.size());
    }
}
