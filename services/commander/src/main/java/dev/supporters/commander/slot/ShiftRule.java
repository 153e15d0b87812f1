package dev.supporters.commander.slot;

import dev.supporters.contract.WorkStep;
import dev.supporters.platform.store.Change;

import java.time.Instant;
import java.util.Optional;

/**
 * How a slot follows its shift. Each event counts once, and in the order of the shift's versions: an event that is not newer than
 * the newest one applied changes nothing, nor does an event of an older shift.
 */
public final class ShiftRule {

    private ShiftRule() {}

    /** The slot after the event; nothing if the event is old. */
    public static Optional<Change<Slot>> apply(Optional<Slot> slot, ShiftEvent event) {
        WorkStep step = event.step();
        Slot found = slot.orElseGet(() -> Slot.neverWorked(step.driverId()));
        Optional<ShiftRef> same =
                found.shift().filter(shift -> shift.workId().equals(step.workId()));
        if (same.isEmpty()) {
            boolean newer =
                    found.shift().map(shift -> step.time().isAfter(shift.beginTime())).orElse(true);
            return event.windowEnd()
                    .filter(windowEnd -> newer)
                    .map(windowEnd -> Change.to(begun(found, step, windowEnd)));
        }
        if (step.version() <= same.get().version()) {
            return Optional.empty();
        }
        Slot current = found.with(found.header().with(same.get().at(step.version())));
        return Optional.of(
                Change.to(
                        switch (step.state()) {
                            case WORKING ->
                                    current instanceof Slot.Paused paused
                                                    && event.windowEnd().isEmpty()
                                            ? new Slot.Free(paused.header())
                                            : current;
                            case RESTING ->
                                    current instanceof Slot.Free free
                                            ? new Slot.Paused(free.header())
                                            : current;
                            case ENDING, ENDED -> closed(current);
                        }));
    }

    /** Takes no new command; off at once unless engaged. */
    static Slot closed(Slot slot) {
        SlotHeader header = slot.header().closed();
        return switch (slot) {
            case Slot.Off off -> new Slot.Off(header);
            case Slot.Free free -> new Slot.Off(header);
            case Slot.Paused paused -> new Slot.Off(header);
            case Slot.Engaged engaged -> engaged.with(header);
        };
    }

    private static Slot begun(Slot slot, WorkStep step, Instant windowEnd) {
        ShiftRef shift =
                new ShiftRef(
                        step.workId(),
                        step.product(),
                        step.time(),
                        windowEnd,
                        step.version(),
                        false);
        SlotHeader header = slot.header().with(shift);
        return switch (slot) {
            case Slot.Off off -> new Slot.Free(header);
            case Slot.Free free -> new Slot.Free(header);
            case Slot.Paused paused -> new Slot.Free(header);
            case Slot.Engaged engaged -> engaged.with(header);
        };
    }
}
