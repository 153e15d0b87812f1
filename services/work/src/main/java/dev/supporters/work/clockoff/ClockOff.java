package dev.supporters.work.clockoff;

import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.work.WorkConfig;
import dev.supporters.work.shift.Ending;
import dev.supporters.work.shift.Engagements;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.ShiftRules;
import dev.supporters.work.shift.Shifts;
import dev.supporters.work.shift.WorkEvents;
import dev.supporters.work.shift.WorkId;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Ends works on time. All that it must know is in the store, so it goes on where a process that died has left off; and a work whose
 * end is noticed late ends at the window's very end all the same.
 */
@ApplicationScoped
public class ClockOff {

    private static final Logger LOG = Logger.getLogger(ClockOff.class);
    private static final int MOST = 5_000;

    private final AggregateStore<Shift> documents;
    private final Shifts shifts;
    private final Engagements engagements;
    private final Clock clock;
    private final FreeSlots freeSlots;
    private final ReentrantLock sweeping = new ReentrantLock();

    public ClockOff(
            AggregateStore<Shift> documents,
            Shifts shifts,
            Engagements engagements,
            Clock clock,
            WorkConfig config) {
        this.documents = documents;
        this.shifts = shifts;
        this.engagements = engagements;
        this.clock = clock;
        freeSlots = new FreeSlots(config.clockoff().patience());
    }

    /** Ends what has to end. When commander does not answer, the rest is left for the next time. */
    public void sweep() {
        sweeping.lock();
        try {
            for (Versioned<Shift> overdue : shifts.overdue(clock.instant(), MOST)) {
                end(overdue.value());
            }
        } catch (Refusal refusal) {
            if (!ErrorReasons.failure(refusal.reason())) {
                throw refusal;
            }
            LOG.warnf("works cannot be clocked off; trying again reason=%s", refusal.reasonName());
        } finally {
            sweeping.unlock();
        }
    }

    /** Ends a work whose window has ended, unless its driver is on a drive. */
    public void end(Shift overdue) {
        WorkId id = overdue.frame().id();
        boolean engaged = engagements.closeSlot(overdue.frame().driverId(), id);
        if (!(overdue instanceof Ending)) {
            change(id, "", shift -> ShiftRules.windowEnds(shift, engaged));
            return;
        }
        if (engaged) {
            freeSlots.forget(id);
            return;
        }
        // The drive's last event is on its way and knows the time better; this is for the case that
        // it never comes.
        freeSlots
                .seen(id, clock.instant())
                .ifPresent(freeSince ->
                        change(id, "", shift -> ShiftRules.driveEnds(shift, freeSince)));
    }

    /** A command or drive of a work is over. */
    public void driveEnded(WorkId id, Instant time, String eventId) {
        change(id, eventId, shift -> ShiftRules.driveEnds(shift, time));
    }

    private void change(WorkId id, String cause, Function<Shift, Optional<Shift>> rule) {
        Optional<Versioned<Shift>> after =
                documents.react(
                        id.value(),
                        cause,
                        (current, version) ->
                                current.flatMap(rule).map(next -> over(next, version)));
        after.filter(shift -> !shift.value().open()).ifPresent(ended -> freeSlots.forget(id));
    }

    private static Change<Shift> over(Shift next, long version) {
        LOG.infof(
                "work is over workId=%s state=%s",
                next.frame().id().value(), next.getClass().getSimpleName());
        return WorkEvents.over(next, version);
    }
}
