package dev.supporters.commander.slot;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.ErrorReason;

import java.time.Instant;
import java.util.Optional;

/** What the service work asks of a slot directly, because an event would come too late. */
public final class PauseRule {

    private PauseRule() {}

    /**
     * Pauses a free slot, and remembers the version of the shift that rests, so that the end of an earlier rest, which is read later,
     * does not free it. Nothing if that is known.
     */
    public static Optional<Change<Slot>> pause(Optional<Slot> slot, ShiftVersion resting) {
        Slot found = ofShift(slot, resting);
        ShiftRef shift = found.shift().orElseThrow();
        if (resting.version() < shift.version()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_WRONG_WORK_STATE,
                    "version " + resting.version() + " of shift " + resting.workId(),
                    "version " + shift.version() + " or newer");
        }
        return switch (found) {
            case Slot.Off off -> throw notWorking();
            case Slot.Free free -> Optional.of(Change.to(new Slot.Paused(at(free, resting))));
            case Slot.Paused paused -> changed(paused, new Slot.Paused(at(paused, resting)));
            case Slot.Engaged engaged ->
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_DRIVER_ENGAGED,
                            "engaged with call " + engaged.command().callId().value(),
                            "a free driver");
        };
    }

    /** Frees a paused slot; nothing if it is not paused, or if a newer version of the shift rests. */
    public static Optional<Change<Slot>> unpause(Optional<Slot> slot, ShiftVersion working) {
        Slot found = ofShift(slot, working);
        if (working.version() < found.shift().orElseThrow().version()) {
            return Optional.empty();
        }
        return switch (found) {
            case Slot.Off off -> throw notWorking();
            case Slot.Free free -> changed(free, new Slot.Free(at(free, working)));
            case Slot.Paused paused -> Optional.of(Change.to(new Slot.Free(at(paused, working))));
            case Slot.Engaged engaged -> changed(engaged, engaged.with(at(engaged, working)));
        };
    }

    /** Closes the slot of a shift; nothing if it is closed, or belongs to another shift. */
    public static Optional<Change<Slot>> close(Optional<Slot> slot, WorkId workId) {
        return slot.filter(found -> found.header().isOf(workId))
                .filter(found -> found.shift().filter(shift -> !shift.closing()).isPresent())
                .map(found -> Change.to(ShiftRule.closed(found)));
    }

    /** Whether the driver of a shift is still engaged in it. */
    public static boolean engaged(Optional<Slot> slot, WorkId workId) {
        return slot.filter(found -> found instanceof Slot.Engaged)
                .filter(found -> found.header().isOf(workId))
                .isPresent();
    }

    /** When the newest call that was taken in a shift ended. */
    public static Optional<Instant> lastFreed(Optional<Slot> slot, WorkId workId) {
        return slot.map(Slot::header)
                .filter(header -> header.isOf(workId))
                .flatMap(SlotHeader::lastFreed);
    }

    private static Slot ofShift(Optional<Slot> slot, ShiftVersion asked) {
        return slot.filter(found -> !(found instanceof Slot.Off))
                .filter(found -> found.header().isOf(asked.workId()))
                .orElseThrow(PauseRule::notWorking);
    }

    private static SlotHeader at(Slot slot, ShiftVersion newest) {
        return slot.header().with(slot.shift().orElseThrow().at(newest.version()));
    }

    private static Optional<Change<Slot>> changed(Slot before, Slot after) {
        return before.equals(after) ? Optional.empty() : Optional.of(Change.to(after));
    }

    public static Refusal notWorking() {
        return new Refusal(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                "the slot of the shift is off",
                "a driver at work");
    }
}
