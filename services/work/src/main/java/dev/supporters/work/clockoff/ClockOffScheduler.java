package dev.supporters.work.clockoff;

import dev.supporters.platform.time.Scheduler;
import dev.supporters.work.WorkConfig;
import dev.supporters.work.shift.AskedChanges;
import dev.supporters.work.shift.ShiftRepository;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Finishes what drivers have asked for, and runs the clock-off, regularly, and exactly when the next window ends. */
@ApplicationScoped
class ClockOffScheduler {

    private final AskedChanges asked;
    private final ClockOffService clockOff;
    private final ShiftRepository shifts;
    private final Scheduler scheduler;
    private final Clock clock;
    private final WorkConfig config;
    private final AtomicReference<Instant> scheduled = new AtomicReference<>(Instant.MIN);

    ClockOffScheduler(
            AskedChanges asked,
            ClockOffService clockOff,
            ShiftRepository shifts,
            Scheduler scheduler,
            Clock clock,
            WorkConfig config) {
        this.asked = asked;
        this.clockOff = clockOff;
        this.shifts = shifts;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.clockoff().enabled()) {
            scheduler.every(config.clockoff().every(), this::sweep);
        }
    }

    private void sweep() {
        asked.sweep();
        clockOff.sweep();
        Optional<Instant> next = shifts.nextWindowEnd(clock.instant());
        if (next.isPresent() && !next.get().equals(scheduled.getAndSet(next.get()))) {
            scheduler.at(next.get(), clockOff::sweep);
        }
    }
}
