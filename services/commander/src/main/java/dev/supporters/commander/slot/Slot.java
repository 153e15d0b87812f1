package dev.supporters.commander.slot;

import java.time.Instant;

/** A driver's one slot: at most one command or drive at a time, whatever happens. */
public sealed interface Slot extends CallHolder {

    Seat seat();

    /** The same state with another seat. */
    Slot with(Seat seat);

    default DriverId driverId() {
        return seat().driverId();
    }

    default Duty duty() {
        return seat().duty();
    }

    /** The slot of a driver who never worked. */
    static Slot never(DriverId driverId) {
        return new Off(new Seat(driverId, Duty.NONE, Decisions.NONE));
    }

    /** Not at work. */
    record Off(Seat seat) implements Slot {
        @Override
        public Off with(Seat next) {
            return new Off(next);
        }
    }

    /** At work, and free. */
    record Free(Seat seat) implements Slot {
        @Override
        public Free with(Seat next) {
            return new Free(next);
        }
    }

    /** At work, resting. */
    record Paused(Seat seat) implements Slot {
        @Override
        public Paused with(Seat next) {
            return new Paused(next);
        }
    }

    /** With a command, decided or not, until its drive ends. */
    sealed interface Engaged extends Slot {

        Command command();

        default boolean isFor(CallId callId) {
            return command().callId().equals(callId);
        }

        /** After the engagement: free, unless the work has ended meanwhile. */
        default Slot freed(Outcome outcome, Instant now) {
            Seat after =
                    seat().remembering(
                                    new Decided(
                                            command().commandId(), command().callId(), outcome));
            return after.duty().open(now) ? new Free(after) : new Off(after);
        }
    }

    /** A command awaits its outcome. */
    record Commanded(Seat seat, Command command) implements Engaged {
        @Override
        public Commanded with(Seat next) {
            return new Commanded(next, command);
        }
    }

    /** On the way to the customer. */
    record Accepted(Seat seat, Command command) implements Engaged {
        @Override
        public Accepted with(Seat next) {
            return new Accepted(next, command);
        }
    }

    /** With the customer. */
    record Arrived(Seat seat, Command command) implements Engaged {
        @Override
        public Arrived with(Seat next) {
            return new Arrived(next, command);
        }
    }

    /** Drives the customer. */
    record Driving(Seat seat, Command command) implements Engaged {
        @Override
        public Driving with(Seat next) {
            return new Driving(next, command);
        }
    }
}
