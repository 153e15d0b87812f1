package dev.supporters.commander.slot;

import static java.util.Objects.requireNonNull;

import dev.supporters.commander.slot.DecidedCommands.DecidedCommand;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Memberships;
import dev.supporters.contract.WorkId;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.util.Optional;

/**
 * What a slot has in every state.
 *
 * @param shift the newest shift; empty for a driver who never worked
 * @param lastFreed when the newest call that the driver has taken in that shift ended; empty if none has
 * @param memberships the newest that were heard of; empty if none were: who has begun a shift was a member then
 */
public record SlotHeader(
        DriverId driverId,
        Optional<ShiftRef> shift,
        DecidedCommands decided,
        Optional<Instant> lastFreed,
        Optional<Memberships> memberships) {

    public SlotHeader {
        requireNonNull(driverId);
        requireNonNull(shift);
        requireNonNull(decided);
        requireNonNull(lastFreed);
        requireNonNull(memberships);
    }

    /** Whether commands may be given. */
    boolean open(Instant now) {
        return shift.filter(found -> found.open(now)).isPresent();
    }

    /** Whether the driver is not known to have left the product's supporters, or to have switched off. */
    boolean takesPart(Product product) {
        return memberships.map(known -> known.includes(product)).orElse(true);
    }

    boolean isOf(WorkId workId) {
        return shift.filter(found -> found.workId().equals(workId)).isPresent();
    }

    SlotHeader with(ShiftRef next) {
        return new SlotHeader(
                driverId,
                Optional.of(next),
                decided,
                isOf(next.workId()) ? lastFreed : Optional.empty(),
                memberships);
    }

    /** Takes no new command any more. */
    SlotHeader closed() {
        return new SlotHeader(
                driverId, shift.map(ShiftRef::closed), decided, lastFreed, memberships);
    }

    SlotHeader remembering(DecidedCommand next) {
        return new SlotHeader(driverId, shift, decided.plus(next), lastFreed, memberships);
    }

    /** A call that was taken in a shift has ended. */
    SlotHeader freed(WorkId workId, Instant now) {
        return new SlotHeader(
                driverId, shift, decided, isOf(workId) ? Optional.of(now) : lastFreed, memberships);
    }

    SlotHeader with(Memberships told) {
        return new SlotHeader(driverId, shift, decided, lastFreed, Optional.of(told));
    }
}
