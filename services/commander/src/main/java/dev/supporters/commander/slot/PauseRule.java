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

    /** Pauses a free slot; nothing if it is paused. */
    public static Optional<Change<Slot>> pause(Optional<Slot> slot) {
        return switch (slot.orElseThrow(PauseRule::notWorking)) {
            case Slot.Off off -> throw notWorking();
            case Slot.Free free -> Optional.of(Change.to(new Slot.Paused(free.header())));
            case Slot.Paused paused -> Optional.empty();
            case Slot.Engaged engaged ->
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_DRIVER_ENGAGED,
                            "engaged with call " + engaged.command().callId().value(),
                            "a free driver");
        };
    }

    /** Frees a paused slot; nothing if it is not paused. */
    public static Optional<Change<Slot>> unpause(Optional<Slot> slot) {
        return switch (slot.orElseThrow(PauseRule::notWorking)) {
            case Slot.Off off -> throw notWorking();
            case Slot.Free free -> Optional.empty();
            case Slot.Paused paused -> Optional.of(Change.to(new Slot.Free(paused.header())));
            case Slot.Engaged engaged -> Optional.empty();
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

    private static Refusal notWorking() {
        return new Refusal(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                "the driver's slot is off",
                "a driver at work");
    }
}
