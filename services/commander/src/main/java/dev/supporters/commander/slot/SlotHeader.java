package dev.supporters.commander.slot;

import static java.util.Objects.requireNonNull;

import dev.supporters.commander.slot.DecidedCommands.DecidedCommand;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;

import java.time.Instant;
import java.util.Optional;

/**
 * What a slot has in every state.
 *
 * @param shift the newest shift; empty for a driver who never worked
 */
public record SlotHeader(DriverId driverId, Optional<ShiftRef> shift, DecidedCommands decided) {

    public SlotHeader {
        requireNonNull(driverId);
        requireNonNull(shift);
        requireNonNull(decided);
    }

    /** Whether commands may be given. */
    boolean open(Instant now) {
        return shift.filter(found -> found.open(now)).isPresent();
    }

    boolean isOf(WorkId workId) {
        return shift.filter(found -> found.workId().equals(workId)).isPresent();
    }

    SlotHeader with(ShiftRef next) {
        return new SlotHeader(driverId, Optional.of(next), decided);
    }

    /** Takes no new command any more. */
    SlotHeader closed() {
        return new SlotHeader(driverId, shift.map(ShiftRef::closed), decided);
    }

    SlotHeader remembering(DecidedCommand next) {
        return new SlotHeader(driverId, shift, decided.plus(next));
    }
}
