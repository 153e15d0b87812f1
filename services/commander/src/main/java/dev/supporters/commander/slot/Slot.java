package dev.supporters.commander.slot;

import dev.supporters.commander.slot.DecidedCommands.DecidedCommand;
import dev.supporters.commander.slot.DecidedCommands.Outcome;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;

import java.time.Instant;
import java.util.Optional;

/** A driver's one slot: at most one command or drive at a time, whatever happens. */
public sealed interface Slot extends CallClaim {

    SlotHeader header();

    /** The same state with another header. */
    Slot with(SlotHeader header);

    default DriverId driverId() {
        return header().driverId();
    }

    default Optional<ShiftRef> shift() {
        return header().shift();
    }

    /** Whether the driver is known to have left the supporters of the newest shift's product, or to have switched off. */
    default boolean leftTheGroup() {
        return shift().filter(found -> !header().takesPart(found.product())).isPresent();
    }

    /** The slot of a driver who never worked. */
    static Slot neverWorked(DriverId driverId) {
        return new Off(
                new SlotHeader(
                        driverId,
                        Optional.empty(),
                        DecidedCommands.NONE,
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Not at work, or the shift is closed. */
    record Off(SlotHeader header) implements Slot {
        @Override
        public Off with(SlotHeader next) {
            return new Off(next);
        }
    }

    /** At work, and free. */
    record Free(SlotHeader header) implements Slot {
        @Override
        public Free with(SlotHeader next) {
            return new Free(next);
        }
    }

    /** At work, resting. */
    record Paused(SlotHeader header) implements Slot {
        @Override
        public Paused with(SlotHeader next) {
            return new Paused(next);
        }
    }

    /** With a command, decided or not, until its drive ends. */
    sealed interface Engaged extends Slot {

        Command command();

        default boolean isFor(CallId callId) {
            return command().callId().equals(callId);
        }

        /** After the engagement: free, unless the shift has ended meanwhile. */
        default Slot freed(Outcome outcome, Instant now) {
            SlotHeader remembering =
                    header().remembering(
                                    new DecidedCommand(
                                            command().commandId(),
                                            command().callId(),
                                            outcome,
                                            Optional.of(now)));
            SlotHeader after = taken() ? remembering.freed(command().workId(), now) : remembering;
            return after.open(now) ? new Free(after) : new Off(after);
        }

        /** Whether the driver has taken the call; until then a command keeps nobody at work. */
        default boolean taken() {
            return true;
        }
    }

    /** A command awaits its outcome. */
    record Commanded(SlotHeader header, Command command) implements Engaged {
        @Override
        public boolean taken() {
            return false;
        }

        @Override
        public Commanded with(SlotHeader next) {
            return new Commanded(next, command);
        }
    }

    /** On the way to the customer. */
    record Accepted(SlotHeader header, Command command) implements Engaged {
        @Override
        public Accepted with(SlotHeader next) {
            return new Accepted(next, command);
        }
    }

    /** With the customer. */
    record Arrived(SlotHeader header, Command command) implements Engaged {
        @Override
        public Arrived with(SlotHeader next) {
            return new Arrived(next, command);
        }
    }

    /** Drives the customer. */
    record Driving(SlotHeader header, Command command) implements Engaged {
        @Override
        public Driving with(SlotHeader next) {
            return new Driving(next, command);
        }
    }
}
