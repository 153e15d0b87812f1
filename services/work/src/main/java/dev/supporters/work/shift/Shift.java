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

    /**
     * The driver works.
     *
     * @param since since the shift's begin, or the end of the newest rest
     */
    record Working(
            ShiftDetails details, Duration rested, Pending pending, KnownMode mode, Instant since)
            implements Shift {

        public Working {
            requireNonNull(details);
            requireNonNull(rested);
            requireNonNull(pending);
            requireNonNull(mode);
            requireNonNull(since);
        }

        public Working(ShiftDetails details, Duration rested, Pending pending) {
            this(details, rested, pending, KnownMode.begun(0, details), details.begin());
        }

        public Working(ShiftDetails details, Duration rested) {
            this(details, rested, Pending.NOTHING);
        }

        /** A shift that has just begun, by what the profile of a version said. */
        public static Working begun(ShiftDetails details, long profileVersion) {
            return new Working(
                    details,
                    Duration.ZERO,
                    Pending.NOTHING,
                    KnownMode.begun(profileVersion, details),
                    details.begin());
        }

        Working with(Pending next) {
            return new Working(details, rested, next, mode, since);
        }

        Working with(KnownMode next) {
            return new Working(details, rested, pending, next, since);
        }

        Resting rest(Instant now, RestCause cause, Pending next) {
            return new Resting(details, rested, now, next, mode, cause);
        }

        Ending windowEndsDuringDrive() {
            return new Ending(details, rested);
        }

        Ended end(Instant end, EndReason reason) {
            return new Ended(details, rested, end, reason);
        }
    }

    /**
     * The driver rests.
     *
     * @param cause who or what wants the rest
     */
    record Resting(
            ShiftDetails details,
            Duration rested,
            Instant restBegin,
            Pending pending,
            KnownMode mode,
            RestCause cause)
            implements Shift {

        public Resting {
            requireNonNull(details);
            requireNonNull(rested);
            requireNonNull(restBegin);
            requireNonNull(pending);
            requireNonNull(mode);
            requireNonNull(cause);
        }

        public Resting(ShiftDetails details, Duration rested, Instant restBegin, Pending pending) {
            this(
                    details,
                    rested,
                    restBegin,
                    pending,
                    KnownMode.begun(0, details),
                    RestCause.DRIVER);
        }

        public Resting(ShiftDetails details, Duration rested, Instant restBegin) {
            this(details, rested, restBegin, Pending.NOTHING);
        }

        Resting with(Pending next) {
            return new Resting(details, rested, restBegin, next, mode, cause);
        }

        Resting with(KnownMode next) {
            return new Resting(details, rested, restBegin, pending, next, cause);
        }

        Working resume(Instant now) {
            return new Working(details, restedUntil(now), Pending.NOTHING, mode, now);
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

    /** Who or what wants a rest. */
    enum RestCause {
        /** The driver took it, and ends it. */
        DRIVER,
        /** The driver's activity mode is OFF; the rest ends when it is ON again. */
        ACTIVITY_MODE
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
