package dev.supporters.commander.deadline;

import dev.supporters.commander.CommanderConfig;
import dev.supporters.commander.engagement.Answering;
import dev.supporters.commander.engagement.ShortClock;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.slot.Slots;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.time.Scheduler;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Lets silence accept. An alarm rings at each deadline that was heard of; a sweep finds those whose alarm died with its process; and
 * commands whose call does not answer are tried again, until they have waited too long.
 */
@ApplicationScoped
public class Deadlines {

    private static final Logger LOG = Logger.getLogger(Deadlines.class);
    private static final int SWEPT_AT_ONCE = 500;
    private static final Duration LONG_AGO = Duration.ofMinutes(1);

    private final Slots slots;
    private final Answering answering;
    private final Scheduler scheduler;
    private final ShortClock clock;
    private final CommanderConfig config;
    private final LongSupplier realNanos;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    @Inject
    public Deadlines(
            Slots slots,
            Answering answering,
            Scheduler scheduler,
            ShortClock clock,
            CommanderConfig config) {
        this(slots, answering, scheduler, clock, config, System::nanoTime);
    }

    Deadlines(
            Slots slots,
            Answering answering,
            Scheduler scheduler,
            ShortClock clock,
            CommanderConfig config,
            LongSupplier realNanos) {
        this.slots = slots;
        this.answering = answering;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
        this.realNanos = realNanos;
    }

    /** Sweeps and tries again from now on. */
    public void start() {
        scheduler.every(config.sweepPause(), this::sweep);
        scheduler.every(config.confirmPause(), this::tryAgain);
    }

    /** A command was given. Of one given long ago, heard of in a backlog, the sweep knows better. */
    public void given(DriverId driverId, String commandId, Instant deadline) {
        if (deadline.plus(LONG_AGO).isAfter(clock.now())) {
            scheduler.at(deadline, () -> once(commandId, () -> passed(driverId, commandId)));
        }
    }

    void sweep() {
        for (Command command : slots.overdue(clock.now(), SWEPT_AT_ONCE)) {
            if (!waiting.containsKey(command.commandId())) {
                // an alarm that rings at once: each has a thread of its own, and none holds up the
                // others
                scheduler.at(
                        command.deadlineTime(),
                        () ->
                                once(
                                        command.commandId(),
                                        () -> passed(command.driverId(), command.commandId())));
            }
        }
    }

    void tryAgain() {
        for (Waiting command : waiting.values()) {
            scheduler.at(clock.now(), () -> once(command.commandId(), () -> tryAgain(command)));
        }
    }

    private void passed(DriverId driverId, String commandId) {
        try {
            answering.silence(driverId, commandId);
            waiting.remove(commandId);
        } catch (Refusal failure) {
            LOG.debugf(
                    "call does not answer commandId=%s reason=%s", commandId, failure.reasonName());
            waiting.computeIfAbsent(
                    commandId, id -> new Waiting(driverId, commandId, realNanos.getAsLong()));
        }
    }

    private void tryAgain(Waiting command) {
        if (realNanos.getAsLong() - command.sinceNanos() < config.confirmPatience().toNanos()) {
            passed(command.driverId(), command.commandId());
            return;
        }
        answering.silenceUnconfirmed(command.driverId(), command.commandId());
        waiting.remove(command.commandId());
    }

    /** Keeps alarm, sweep and retry from asking about one command at the same time. */
    private void once(String commandId, Runnable task) {
        if (!underWay.add(commandId)) {
            return;
        }
        try {
            task.run();
        } finally {
            underWay.remove(commandId);
        }
    }

    private record Waiting(DriverId driverId, String commandId, long sinceNanos) {}
}
