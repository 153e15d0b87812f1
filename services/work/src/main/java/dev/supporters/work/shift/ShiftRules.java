package dev.supporters.work.shift;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.work.shift.Shift.EndReason;
import dev.supporters.work.shift.Shift.Ended;
import dev.supporters.work.shift.Shift.Ending;
import dev.supporters.work.shift.Shift.Resting;
import dev.supporters.work.shift.Shift.Working;
import dev.supporters.work.shift.SlotClient.ClosedSlot;

import java.time.Instant;
import java.util.Optional;

/** How a shift may change, and when. Pure. */
public final class ShiftRules {

    private ShiftRules() {}

    /** Rest and resume any number of times, while the driver is not engaged and the window is open. */
    static Resting rest(Shift shift, Instant now) {
        return switch (shift) {
            case Working working -> {
                requireOpenWindow(working, now);
                yield working.rest(now);
            }
            case Resting resting -> {
                requireOpenWindow(resting, now);
                throw wrongState(resting, "a shift without a rest");
            }
            case Ending ending -> throw engaged(ending.details());
            case Ended ended -> throw hasEnded(ended);
        };
    }

    static Working resume(Shift shift, Instant now) {
        return switch (shift) {
            case Resting resting -> {
                requireOpenWindow(resting, now);
                yield resting.resume(now);
            }
            case Working working -> {
                requireOpenWindow(working, now);
                throw wrongState(working, "a resting shift");
            }
            case Ending ending -> throw wrongState(ending, "a resting shift");
            case Ended ended -> throw hasEnded(ended);
        };
    }

    /**
     * The driver ends the shift. After the window's end the result is what the clock-off would have written.
     *
     * @param lastDrive when the newest call that the driver has taken ended
     */
    static Ended end(Shift shift, Instant now, Optional<Instant> lastDrive) {
        boolean late = shift.details().windowHasEnded(now);
        Instant end = late ? shift.details().windowEnd() : now;
        EndReason reason = late ? EndReason.WINDOW : EndReason.DRIVER;
        return switch (shift) {
            case Working working
                    when lastDrive.filter(working.details()::windowHasEnded).isPresent() ->
                    working.windowEndsDuringDrive().end(lastDrive.get());
            case Working working -> working.end(end, reason);
            case Resting resting -> resting.end(end, reason);
            case Ending ending -> throw engaged(ending.details());
            case Ended ended -> throw hasEnded(ended);
        };
    }

    /**
     * The window has ended. A shift without a drive ends exactly at the window's end, however late that is noticed; one with a drive
     * over the window's end ends with the drive, also if both are noticed late.
     */
    public static Optional<Shift> windowEnds(Shift shift, ClosedSlot closed) {
        Instant end = shift.details().windowEnd();
        return switch (shift) {
            case Working working when closed.engaged() ->
                    Optional.of(working.windowEndsDuringDrive());
            case Working working -> Optional.of(end(working, end, closed.lastEngagementEnd()));
            case Resting resting -> Optional.of(resting.end(end, EndReason.WINDOW));
            case Ending ending -> Optional.empty();
            case Ended ended -> Optional.empty();
        };
    }

    /**
     * A call that the driver had taken is over. If that is after the window's end, it had begun before the window's end, so it ends the
     * shift, even if nobody has noticed the window's end yet. If it is before, it changes nothing.
     */
    public static Optional<Shift> driveEnds(Shift shift, Instant time) {
        if (!shift.details().windowHasEnded(time)) {
            return Optional.empty();
        }
        return switch (shift) {
            case Working working -> Optional.of(working.windowEndsDuringDrive().end(time));
            case Ending ending -> Optional.of(ending.end(time));
            case Resting resting -> Optional.empty();
            case Ended ended -> Optional.empty();
        };
    }

    /** The slot is free after the window's end; the newest call that the driver had taken ended at a time. */
    public static Optional<Shift> lastCallEnded(Shift shift, Instant time) {
        return shift.details().windowHasEnded(time)
                ? driveEnds(shift, time)
                : commandEnds(shift, shift.details().windowEnd());
    }

    /**
     * A command of the shift is over that the driver never took. If that is after the window's end, nothing keeps the shift open any
     * more, and it ends exactly at the window's end: nobody drove.
     */
    public static Optional<Shift> commandEnds(Shift shift, Instant time) {
        if (!shift.details().windowHasEnded(time)) {
            return Optional.empty();
        }
        return switch (shift) {
            case Working working ->
                    Optional.of(working.end(working.details().windowEnd(), EndReason.WINDOW));
            case Ending ending -> Optional.of(ending.endWithoutDrive());
            case Resting resting -> Optional.empty();
            case Ended ended -> Optional.empty();
        };
    }

    public static Refusal notWorking(DriverId driverId) {
        return new Refusal(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                "driver " + driverId,
                "a driver with a shift that has not ended");
    }

    static Refusal engaged(ShiftDetails details) {
        return new Refusal(
                ErrorReason.ERROR_REASON_DRIVER_ENGAGED,
                "driver " + details.driverId(),
                "a driver without a command or drive");
    }

    private static void requireOpenWindow(Shift shift, Instant now) {
        if (shift.details().windowHasEnded(now)) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_NOT_WORKING,
                    "now: " + now,
                    "before " + shift.details().windowEnd());
        }
    }

    private static Refusal wrongState(Shift shift, String expected) {
        return new Refusal(
                ErrorReason.ERROR_REASON_WRONG_WORK_STATE,
                shift.getClass().getSimpleName() + " shift " + shift.details().id(),
                expected);
    }

    private static Refusal hasEnded(Ended ended) {
        return new Refusal(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                "shift " + ended.details().id() + " ended at " + ended.end(),
                "a shift that has not ended");
    }
}
