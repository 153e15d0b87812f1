package dev.supporters.commander.slot;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.ErrorReason;

import java.util.Optional;

/** What `work` asks of a slot directly, where an event would come too late. */
public final class PauseRule {

    private PauseRule() {}

    /** Pauses a free slot; nothing where it is paused. */
    public static Optional<Change<Slot>> pause(Optional<Slot> slot) {
        return switch (slot.orElseThrow(PauseRule::notWorking)) {
            case Slot.Off off -> throw notWorking();
            case Slot.Free free -> Optional.of(Change.to(new Slot.Paused(free.seat())));
            case Slot.Paused paused -> Optional.empty();
            case Slot.Engaged engaged ->
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_DRIVER_ENGAGED,
                            "engaged with call " + engaged.command().callId().value(),
                            "a free driver");
        };
    }

    /** Frees a paused slot; nothing where it is not paused. */
    public static Optional<Change<Slot>> unpause(Optional<Slot> slot) {
        return switch (slot.orElseThrow(PauseRule::notWorking)) {
            case Slot.Off off -> throw notWorking();
            case Slot.Free free -> Optional.empty();
            case Slot.Paused paused -> Optional.of(Change.to(new Slot.Free(paused.seat())));
            case Slot.Engaged engaged -> Optional.empty();
        };
    }

    /** Closes the slot of a work; nothing where it is closed, or another work's. */
    public static Optional<Change<Slot>> close(Optional<Slot> slot, String workId) {
        return slot.filter(found -> found.duty().workId().equals(workId))
                .filter(found -> !found.duty().closing())
                .map(found -> Change.to(WorkRule.closed(found)));
    }

    /** Whether a work still has its driver engaged. */
    public static boolean engaged(Optional<Slot> slot, String workId) {
        return slot.filter(found -> found instanceof Slot.Engaged)
                .filter(found -> found.duty().workId().equals(workId))
                .isPresent();
    }

    private static Refusal notWorking() {
        return new Refusal(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                "the driver's slot is off",
                "a driver at work");
    }
}
