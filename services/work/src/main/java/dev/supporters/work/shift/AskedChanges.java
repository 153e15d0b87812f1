package dev.supporters.work.shift;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.work.shift.Shift.RestCause;
import dev.supporters.work.shift.Shift.Resting;
import dev.supporters.work.shift.Shift.Working;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Carries out what drivers have asked for, their rests and their ends, the rests of those who are switched off, and the ends of those who were removed from the group. A request does it at once; if it stops halfway, because commander
 * or the store does not answer in time or the process ends, a sweep finishes it, so that no slot stays paused or closed while the shift
 * goes on and is paid.
 */
@ApplicationScoped
public class AskedChanges {

    private static final Logger LOG = Logger.getLogger(AskedChanges.class);
    private static final int MOST_AT_ONCE = 5_000;

    private final AggregateStore<Shift> store;
    private final ShiftRepository shifts;
    private final SlotClient slots;
    private final Counter failures;
    private final ReentrantLock sweeping = new ReentrantLock();
    private Set<Open> seen = Set.of();

    public AskedChanges(
            AggregateStore<Shift> store,
            ShiftRepository shifts,
            SlotClient slots,
            MeterRegistry meters) {
        this.store = store;
        this.shifts = shifts;
        this.slots = slots;
        failures = meters.counter("supporters_work_asked_failures_total");
    }

    /**
     * Finishes what two looks in a row have found open, so that requests under way are left alone. If commander does not answer, the rest
     * waits for the next look.
     */
    public void sweep() {
        sweeping.lock();
        try {
            Set<Open> before = seen;
            List<Versioned<Shift>> open = shifts.asked(MOST_AT_ONCE);
            seen = new HashSet<>(open.stream().map(AskedChanges::open).toList());
            for (Versioned<Shift> each : open) {
                if (before.contains(open(each)) && !finished(each)) {
                    return;
                }
            }
        } finally {
            sweeping.unlock();
        }
    }

    /**
     * Pauses the slot, then stores the rest. Refused: as commander does; a refusal withdraws what was asked for, a failure does not.
     *
     * @param withdraws whether nobody asked before, so that no other pause can be on its way; otherwise the sweep decides
     */
    Versioned<Shift> rest(Versioned<Shift> asking, String cause, boolean withdraws) {
        return rest(asking, cause, RestCause.DRIVER, withdraws);
    }

    private Versioned<Shift> rest(
            Versioned<Shift> asking, String cause, RestCause wants, boolean withdraws) {
        ShiftDetails details = asking.value().details();
        Optional<Instant> lastDrive;
        try {
            lastDrive = slots.pause(details.driverId(), details.id(), asking.version());
        } catch (Refusal refusal) {
            if (withdraws && !ErrorReasons.failure(refusal.reason())) {
                withdraw(asking, Asked.Kind.REST);
            }
            throw refusal;
        }
        return store.change(
                asking.id(),
                cause,
                (current, version) ->
                        current.map(shift ->
                                WorkEvents.rested(
                                        shift, ShiftRules.rest(shift, lastDrive, wants), version)));
    }

    /** Pauses the slot of a driver who is switched off, or who was; who is on a call rests after it, unless switched on again by then. */
    private void restByMode(Versioned<Shift> open) {
        try {
            Versioned<Shift> resting = rest(open, "", RestCause.ACTIVITY_MODE, false);
            if (resting.value().pending().asks(Asked.Kind.SWITCHED_ON)) {
                resumeByMode(resting);
            }
        } catch (Refusal refusal) {
            if (!ErrorReasons.failure(refusal.reason())) {
                withdraw(open, Asked.Kind.SWITCHED_OFF);
            }
            throw refusal;
        }
    }

    /** The rest of a driver who is switched on again ends. */
    private void resumeByMode(Versioned<Shift> open) {
        Versioned<Shift> resumed =
                store.change(
                        open.id(),
                        "",
                        (current, version) ->
                                current.filter(shift ->
                                                shift.pending().asks(Asked.Kind.SWITCHED_ON))
                                        .map(Resting.class::cast)
                                        .map(resting -> {
                                            Instant switched =
                                                    resting.pending().asked().orElseThrow().time();
                                            Working working =
                                                    ShiftRules.switchedOn(resting, switched);
                                            return WorkEvents.resumed(
                                                    resting, working, version, working.since());
                                        }));
        unpause(resumed);
    }

    /** Frees the slot of whoever works again. This is the quick way; commander also learns it from the clock-in topic. */
    void unpause(Versioned<Shift> working) {
        if (!(working.value() instanceof Working)) {
            return; // ended, or resting once more
        }
        ShiftDetails details = working.value().details();
        try {
            slots.unpause(details.driverId(), details.id(), working.version());
        } catch (Refusal refusal) {
            LOG.debugf(
                    "slot not freed at once driverId=%s reason=%s",
                    details.driverId(), refusal.reasonName());
        }
    }

    /**
     * Closes the slot, then stores the end. It asks before it closes: a driver whose end is refused must get further commands, so an
     * engaged slot stays open. If a command comes in between, the end is refused, too, and the shift ends after that call.
     *
     * @param withdraws whether nobody asked before, so that the slot is not closed yet; otherwise the shift ends after the call
     */
    Versioned<Shift> endUnlessEngaged(Versioned<Shift> asking, String cause, boolean withdraws) {
        ShiftDetails details = asking.value().details();
        if (slots.engaged(details.driverId())) {
            if (withdraws) {
                withdraw(asking, Asked.Kind.END);
            }
            throw ShiftRules.engaged(details);
        }
        return end(asking, cause);
    }

    private Versioned<Shift> end(Versioned<Shift> asking, String cause) {
        ShiftDetails details = asking.value().details();
        SlotClient.ClosedSlot closed = slots.closeSlot(details.driverId(), details.id());
        if (closed.engaged()) {
            throw ShiftRules.engaged(details);
        }
        restBeforeEnd(asking.id(), closed);
        return store.change(
                asking.id(),
                cause,
                (current, version) ->
                        current.map(shift ->
                                WorkEvents.over(
                                        shift,
                                        ShiftRules.end(shift, closed.lastEngagementEnd()),
                                        version)));
    }

    /** The slot is closed: who is switched off has rested, if nobody could begin that rest before. */
    public void restBeforeEnd(String workId, SlotClient.ClosedSlot closed) {
        store.react(
                workId,
                "",
                (current, version) ->
                        current.flatMap(shift ->
                                ShiftRules.restBeforeEnd(shift, closed.lastEngagementEnd())
                                        .map(resting ->
                                                WorkEvents.rested(shift, resting, version))));
    }

    private void withdraw(Versioned<Shift> asking, Asked.Kind kind) {
        store.react(
                asking.id(),
                "",
                (current, version) ->
                        current.flatMap(shift -> ShiftRules.withdraw(shift, kind)).map(Change::to));
    }

    /** False if commander does not answer, so that there is no sense in asking for the next shift. */
    private boolean finished(Versioned<Shift> open) {
        Asked asked = open.value().pending().asked().orElseThrow();
        try {
            switch (asked.kind()) {
                case REST -> rest(open, asked.cause(), true);
                case END, REMOVAL -> end(open, asked.cause());
                case SWITCHED_OFF -> restByMode(open);
                case SWITCHED_ON -> resumeByMode(open);
            }
            LOG.infof("finished what was asked for workId=%s kind=%s", open.id(), asked.kind());
            return true;
        } catch (Refusal refusal) {
            LOG.debugf(
                    "not finished what was asked for workId=%s kind=%s reason=%s",
                    open.id(), asked.kind(), refusal.reasonName());
            if (!ErrorReasons.failure(refusal.reason())) {
                return true; // engaged: ends or rests after the call, or goes on working
            }
            failures.increment();
            return !ErrorReasons.unanswered(refusal.reason());
        } catch (RuntimeException e) {
            LOG.warnf(
                    "cannot finish what was asked for workId=%s kind=%s cause=%s",
                    open.id(), asked.kind(), e.getClass().getSimpleName());
            failures.increment();
            return true;
        }
    }

    private static Open open(Versioned<Shift> shift) {
        return new Open(shift.id(), shift.value().pending().asked());
    }

    private record Open(String id, Optional<Asked> asked) {}
}
