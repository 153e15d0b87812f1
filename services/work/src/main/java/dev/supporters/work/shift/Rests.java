package dev.supporters.work.shift;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Rest and resume. The slot is paused before the work rests, and made free after it works: nobody who rests is commanded. */
@ApplicationScoped
public class Rests {

    private static final Logger LOG = Logger.getLogger(Rests.class);

    private final AggregateStore<Shift> documents;
    private final Shifts shifts;
    private final Engagements engagements;
    private final Clock clock;

    Rests(AggregateStore<Shift> documents, Shifts shifts, Engagements engagements, Clock clock) {
        this.documents = documents;
        this.shifts = shifts;
        this.engagements = engagements;
        this.clock = clock;
    }

    public Versioned<Shift> rest(ShiftOrder order) {
        String id = newestId(order);
        String cause = "rest/" + order.requestId();
        Versioned<Shift> checked =
                documents.change(
                        id,
                        cause,
                        (current, version) -> {
                            ShiftRules.rest(current.orElseThrow(), clock.instant());
                            return Optional.empty();
                        });
        if (checked.repeated()) {
            return checked;
        }
        engagements.pause(order.driverId());
        try {
            return documents.change(
                    id,
                    cause,
                    (current, version) ->
                            Optional.of(
                                    WorkEvents.rested(
                                            ShiftRules.rest(current.orElseThrow(), clock.instant()),
                                            version)));
        } catch (Refusal refusal) {
            throw refusal; // somebody else rested or ended it: the slot is as it must be
        } catch (RuntimeException failure) {
            unpause(order.driverId());
            throw failure;
        }
    }

    public Versioned<Shift> resume(ShiftOrder order) {
        Versioned<Shift> resumed =
                documents.change(
                        newestId(order),
                        "resume/" + order.requestId(),
                        (current, version) -> {
                            Instant now = clock.instant();
                            return Optional.of(
                                    WorkEvents.resumed(
                                            ShiftRules.resume(current.orElseThrow(), now),
                                            version,
                                            now));
                        });
        if (!resumed.repeated()) {
            unpause(order.driverId());
        }
        return resumed;
    }

    private String newestId(ShiftOrder order) {
        return shifts.newest(order.driverId(), order.product())
                .map(Versioned::id)
                .orElseThrow(() -> ShiftRules.notWorking(order.driverId()));
    }

    /** To be quick; the slot's owner also learns it from the clock-in topic. */
    private void unpause(String driverId) {
        try {
            engagements.unpause(driverId);
        } catch (Refusal refusal) {
            LOG.debugf(
                    "slot not made free at once driverId=%s reason=%s",
                    driverId, refusal.reasonName());
        }
    }
}
