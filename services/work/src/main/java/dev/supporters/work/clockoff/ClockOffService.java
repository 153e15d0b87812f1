package dev.supporters.work.clockoff;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.work.WorkConfig;
import dev.supporters.work.shift.AskedChanges;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.Shift.Ending;
import dev.supporters.work.shift.ShiftRepository;
import dev.supporters.work.shift.ShiftRules;
import dev.supporters.work.shift.SlotClient;
import dev.supporters.work.shift.SlotClient.ClosedSlot;
import dev.supporters.work.shift.WorkEvents;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.virtual.threads.VirtualThreads;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Ends shifts on time. All that it needs to know is in the store, so it continues where a process that died has stopped. A shift whose
 * end is noticed late ends exactly at the window's end all the same.
 */
@ApplicationScoped
public class ClockOffService {

    private static final Logger LOG = Logger.getLogger(ClockOffService.class);
    private static final int MOST_AT_ONCE = 5_000;

    /** Well below what may be under way at commander at once. */
    private static final int TOGETHER = 16;

    private final AggregateStore<Shift> store;
    private final ShiftRepository shifts;
    private final SlotClient slots;
    private final AskedChanges asked;
    private final Clock clock;
    private final ExecutorService threads;
    private final Counter failures;
    private final AtomicLong overdueSeconds;
    private final FreeSlotCounter freeSlots;
    private final ReentrantLock sweeping = new ReentrantLock();

    public ClockOffService(
            AggregateStore<Shift> store,
            ShiftRepository shifts,
            SlotClient slots,
            AskedChanges asked,
            Clock clock,
            WorkConfig config,
            @VirtualThreads ExecutorService threads,
            MeterRegistry meters) {
        this.store = store;
        this.shifts = shifts;
        this.slots = slots;
        this.asked = asked;
        this.clock = clock;
        this.threads = threads;
        failures = meters.counter("supporters_work_clockoff_failures_total");
        overdueSeconds = meters.gauge("supporters_work_clockoff_overdue_seconds", new AtomicLong());
        freeSlots = new FreeSlotCounter(config.clockoff().patience());
    }

    /**
     * Ends what has to end, several shifts at a time. One that cannot be ended is counted, and keeps no other open; but when commander
     * does not answer for any of them, the rest waits for the next time.
     */
    public void sweep() {
        sweeping.lock();
        try {
            Instant now = clock.instant();
            List<Versioned<Shift>> overdue = shifts.overdue(now, MOST_AT_ONCE);
            overdueSeconds.set(longestOverdue(overdue, now).toSeconds());
            for (int begin = 0; begin < overdue.size(); begin += TOGETHER) {
                int end = Math.min(begin + TOGETHER, overdue.size());
                if (!endAll(overdue.subList(begin, end))) {
                    LOG.warnf("shifts cannot be clocked off; trying again open=%d", overdue.size());
                    return;
                }
            }
        } finally {
            sweeping.unlock();
        }
    }

    /** How long ago the window ended of one that is not ended yet. A shift with a drive under way is not late. */
    private static Duration longestOverdue(List<Versioned<Shift>> overdue, Instant now) {
        return overdue.stream()
                .map(Versioned::value)
                .filter(shift -> !(shift instanceof Ending))
                .map(shift -> Duration.between(shift.details().windowEnd(), now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** False if nobody answered for any of them. */
    private boolean endAll(List<Versioned<Shift>> together) {
        List<Callable<Boolean>> attempts =
                together.stream()
                        .<Callable<Boolean>>map(shift -> () -> answered(shift.value()))
                        .toList();
        try {
            return threads.invokeAll(attempts).stream().anyMatch(ClockOffService::result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** An error, like a lack of memory, is not one shift's but the process'. */
    private static boolean result(Future<Boolean> attempt) {
        if (attempt.state() == Future.State.FAILED
                && attempt.exceptionNow() instanceof Error error) {
            throw error;
        }
        return attempt.resultNow();
    }

    /** Whether commander and the store answered for a shift, whatever they said. */
    private boolean answered(Shift overdue) {
        try {
            end(overdue);
            return true;
        } catch (Refusal refusal) {
            failed(overdue, refusal.reasonName());
            return !ErrorReasons.unanswered(refusal.reason());
        } catch (RuntimeException e) {
            failed(overdue, e.getClass().getSimpleName());
            return true;
        }
    }

    private void failed(Shift overdue, String cause) {
        failures.increment();
        LOG.warnf("shift not clocked off workId=%s cause=%s", overdue.details().id(), cause);
    }

    /** Ends a shift whose window has ended, unless its driver is on a drive. */
    public void end(Shift overdue) {
        WorkId id = overdue.details().id();
        ClosedSlot closed = slots.closeSlot(overdue.details().driverId(), id);
        if (!(overdue instanceof Ending)) {
            if (!closed.engaged()) {
                asked.restBeforeEnd(id.value(), closed);
            }
            change(id, "", shift -> ShiftRules.windowEnds(shift, closed));
            return;
        }
        if (closed.engaged()) {
            freeSlots.forget(id);
            return;
        }
        Optional<Instant> lastCall = closed.lastEngagementEnd();
        if (lastCall.isPresent()) {
            change(id, "", shift -> ShiftRules.lastCallEnded(shift, lastCall.get()));
            return;
        }
        // The command was not taken. Its last event should come soon; this is for the case that it
        // never comes.
        if (freeSlots.seen(id)) {
            change(id, "", shift -> ShiftRules.commandEnds(shift, clock.instant()));
        }
    }

    /** A command of a shift is over that the driver never took. */
    public void commandEnded(WorkId id, Instant time, String eventId) {
        change(id, eventId, shift -> ShiftRules.commandEnds(shift, time));
    }

    /** A call that the driver of a shift had taken is over. */
    public void driveEnded(WorkId id, Instant time, String eventId) {
        change(id, eventId, shift -> ShiftRules.driveEnds(shift, time));
    }

    private void change(WorkId id, String cause, Function<Shift, Optional<Shift>> rule) {
        Optional<Versioned<Shift>> after =
                store.react(
                        id.value(),
                        cause,
                        (current, version) ->
                                current.flatMap(rule)
                                        .map(next -> over(current.get(), next, version)));
        after.filter(shift -> !shift.value().open()).ifPresent(ended -> freeSlots.forget(id));
    }

    private static Change<Shift> over(Shift before, Shift next, long version) {
        LOG.infof(
                "shift is over workId=%s state=%s",
                next.details().id(), next.getClass().getSimpleName());
        return WorkEvents.over(before, next, version);
    }
}
