package dev.supporters.work.clockoff;

import dev.supporters.platform.time.Scheduler;
import dev.supporters.work.WorkConfig;
import dev.supporters.work.shift.Shifts;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Looks again and again, and exactly when the next window ends. */
@ApplicationScoped
class ClockOffTimer {

    private final ClockOff clockOff;
    private final Shifts shifts;
    private final Scheduler scheduler;
    private final Clock clock;
    private final WorkConfig config;
    private final AtomicReference<Instant> armed = new AtomicReference<>(Instant.MIN);

    ClockOffTimer(
            ClockOff clockOff, Shifts shifts, Scheduler scheduler, Clock clock, WorkConfig config) {
        this.clockOff = clockOff;
        this.shifts = shifts;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.clockoff().enabled()) {
            scheduler.every(config.clockoff().every(), this::look);
        }
    }

    private void look() {
        clockOff.sweep();
        Optional<Instant> next = shifts.nextWindowEnd(clock.instant());
        if (next.isPresent() && !next.get().equals(armed.getAndSet(next.get()))) {
            scheduler.at(next.get(), clockOff::sweep);
        }
    }
}
