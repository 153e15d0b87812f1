package dev.supporters.work.shift;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WholeSeconds;

import java.time.Duration;
import java.time.Instant;

/** A driver's shift on one business date, in one of its states. */
public sealed interface Shift {

    ShiftDetails details();

    /** How long the driver rested; finished rests only. */
    Duration rested();

    /** What has happened since its newest event. */
    default Pending pending() {
        return Pending.NOTHING;
    }

    /** Whether it has not ended yet. */
    default boolean open() {
        return !(this instanceof Ended);
    }

    /** The driver works. */
    record Working(ShiftDetails details, Duration rested, Pending pending) implements Shift {

        public Working {
            requireNonNull(details);
            requireNonNull(rested);
            requireNonNull(pending);
        }

        public Working(ShiftDetails details, Duration rested) {
            this(details, rested, Pending.NOTHING);
        }

        /** A shift that has just begun. */
        public static Working begun(ShiftDetails details) {
            return new Working(details, Duration.ZERO);
        }

        Working with(Pending next) {
            return new Working(details, rested, next);
        }

        Resting rest(Instant now) {
            return new Resting(details, rested, now);
        }

        Ending windowEndsDuringDrive() {
            return new Ending(details, rested);
        }

        Ended end(Instant end, EndReason reason) {
            return new Ended(details, rested, end, reason);
        }
    }

    /** The driver rests. */
    record Resting(ShiftDetails details, Duration rested, Instant restBegin, Pending pending)
            implements Shift {

        public Resting {
            requireNonNull(details);
            requireNonNull(rested);
            requireNonNull(restBegin);
            requireNonNull(pending);
        }

        public Resting(ShiftDetails details, Duration rested, Instant restBegin) {
            this(details, rested, restBegin, Pending.NOTHING);
        }

        Resting with(Pending next) {
            return new Resting(details, rested, restBegin, next);
        }

        Working resume(Instant now) {
            return new Working(details, restedUntil(now));
        }

        Ended end(Instant end, EndReason reason) {
            return new Ended(details, restedUntil(end), end, reason);
        }

        /**
         * In the seconds that settlement accounts to the rest. The clocks of two machines may differ, so a rest that seems to end before
         * it began has no length.
         */
        private Duration restedUntil(Instant end) {
            long seconds =
                    WholeSeconds.since(details.begin(), end)
                            - WholeSeconds.since(details.begin(), restBegin);
            return rested.plusSeconds(Math.max(0, seconds));
        }
    }

    /** The window is over; the shift ends when the drive ends. */
    record Ending(ShiftDetails details, Duration rested) implements Shift {

        public Ending {
            requireNonNull(details);
            requireNonNull(rested);
        }

        Ended end(Instant end) {
            return new Ended(details, rested, end, EndReason.AFTER_DRIVE);
        }

        Ended endByOperator(Instant end) {
            return new Ended(details, rested, end, EndReason.OPERATOR);
        }

        /** The command that was open at the window's end was not taken. */
        Ended endWithoutDrive() {
            return new Ended(details, rested, details.windowEnd(), EndReason.WINDOW);
        }
    }

    /** The shift is over. */
    record Ended(ShiftDetails details, Duration rested, Instant end, EndReason reason)
            implements Shift {

        public Ended {
            requireNonNull(details);
            requireNonNull(rested);
            requireNonNull(end);
            requireNonNull(reason);
        }
    }

    /** Why a shift ended. */
    enum EndReason {
        /** The driver ended it. */
        DRIVER,
        /** The window ended. */
        WINDOW,
        /** The window had ended, then the drive. */
        AFTER_DRIVE,
        /** An operator ended it, since nobody completed the drive. */
        OPERATOR,
        /** The driver was removed from the supporters group. */
        REMOVED
    }
}
