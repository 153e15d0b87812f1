package dev.supporters.driver.application;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.DriverConfig;
import dev.supporters.driver.application.Application.State;
import dev.supporters.driver.profile.Profile;
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
import java.util.Optional;

/** Tells of applications that nobody reviews, and ends those that their drivers do not answer. */
@ApplicationScoped
public class ApplicationMonitor {

    private static final Logger LOG = Logger.getLogger(ApplicationMonitor.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final ApplicationRepository repository;
    private final ApplicationService applications;
    private final Scheduler scheduler;
    private final Clock clock;
    private final DriverConfig config;
    private final OverdueMonitor<DriverId> overdue;

    ApplicationMonitor(
            ApplicationRepository repository,
            ApplicationService applications,
            Scheduler scheduler,
            Clock clock,
            DriverConfig config,
            MeterRegistry meters) {
        this.repository = repository;
        this.applications = applications;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
        overdue =
                new OverdueMonitor<>(
                        meters,
                        "supporters_driver_overdue_applications",
                        driverId -> LOG.warnf("application not reviewed driverId=%s", driverId));
    }

    void start(@Observes StartupEvent event) {
        scheduler.every(PAUSE, this::look);
    }

    synchronized void look() {
        Instant now = clock.instant();
        tellOfOverdue(now.minus(config.applicationReview()));
        Instant latest = now.minus(config.applicationAnswer());
        repository
                .unanswered(latest, MOST)
                .forEach(profile -> applications.expire(profile, latest));
    }

    private void tellOfOverdue(Instant latest) {
        overdue.found(
                repository.waitForReview(Optional.empty(), MOST).stream()
                        .filter(profile -> waitsSince(profile).isBefore(latest))
                        .map(Profile::driverId)
                        .toList());
    }

    private static Instant waitsSince(Profile profile) {
        return profile.applications().waitingSince(State.SUBMITTED).orElseThrow();
    }
}
