package dev.supporters.work.shift;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.Optional;

/** A driver ends the work. The slot is closed first: nobody whose work has ended is commanded. */
@ApplicationScoped
public class Ends {

    private final AggregateStore<Shift> documents;
    private final Shifts shifts;
    private final Engagements engagements;
    private final Clock clock;

    Ends(AggregateStore<Shift> documents, Shifts shifts, Engagements engagements, Clock clock) {
        this.documents = documents;
        this.shifts = shifts;
        this.engagements = engagements;
        this.clock = clock;
    }

    public Versioned<Shift> end(ShiftOrder order) {
        String id =
                shifts.newest(order.driverId(), order.product())
                        .map(Versioned::id)
                        .orElseThrow(() -> ShiftRules.notWorking(order.driverId()));
        String cause = "end/" + order.requestId();
        Versioned<Shift> checked =
                documents.change(
                        id,
                        cause,
                        (current, version) -> {
                            ShiftRules.end(current.orElseThrow(), clock.instant());
                            return Optional.empty();
                        });
        if (checked.repeated()) {
            return checked;
        }
        closeSlot(checked.value().frame());
        return documents.change(
                id,
                cause,
                (current, version) ->
                        Optional.of(
                                WorkEvents.over(
                                        ShiftRules.end(current.orElseThrow(), clock.instant()),
                                        version)));
    }

    /** Looks before it closes: closing an engaged slot would keep a driver whose end is refused from further commands. */
    private void closeSlot(Frame frame) {
        if (engagements.engaged(frame.driverId())
                || engagements.closeSlot(frame.driverId(), frame.id())) {
            throw ShiftRules.engaged(frame);
        }
    }
}
