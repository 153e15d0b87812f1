package dev.supporters.work.shift;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import java.time.Instant;
import java.util.Optional;

/** What may become of a work, and when. Pure. */
public final class ShiftRules {

    private ShiftRules() {}

    /** Rest and resume as often as one likes, while no call is being driven and the window is open. */
    static Resting rest(Shift shift, Instant now) {
        return switch (shift) {
            case Working working -> {
                requireOpenWindow(working, now);
                yield working.rest(now);
            }
            case Resting resting -> {
                requireOpenWindow(resting, now);
                throw wrongState(resting, "a work without a rest under way");
            }
            case Ending ending -> throw engaged(ending.frame());
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
                throw wrongState(working, "a resting work");
            }
            case Ending ending -> throw wrongState(ending, "a resting work");
            case Ended ended -> throw hasEnded(ended);
        };
    }

    /** The driver ends the work; who asks for it after the window's end gets what the clock-off would have done. */
    static Ended end(Shift shift, Instant now) {
        boolean late = shift.frame().windowHasEnded(now);
        Instant end = late ? shift.frame().windowEnd() : now;
        EndReason reason = late ? EndReason.WINDOW : EndReason.DRIVER;
        return switch (shift) {
            case Working working -> working.end(end, reason);
            case Resting resting -> resting.end(end, reason);
            case Ending ending -> throw engaged(ending.frame());
            case Ended ended -> throw hasEnded(ended);
        };
    }

    /** The window has ended: at its very end ends whoever is not on a drive, whenever that is noticed. */
    public static Optional<Shift> windowEnds(Shift shift, boolean engaged) {
        Instant end = shift.frame().windowEnd();
        return switch (shift) {
            case Working working when engaged -> Optional.of(working.windowEndsOnADrive());
            case Working working -> Optional.of(working.end(end, EndReason.WINDOW));
            case Resting resting -> Optional.of(resting.end(end, EndReason.WINDOW));
            case Ending ending -> Optional.empty();
            case Ended ended -> Optional.empty();
        };
    }

    /**
     * A command or drive of the work is over. One that is over after the window's end was under way at the window's end, hence ends
     * the work, even if nobody has noticed the window's end yet. One before is none of the clock-off's.
     */
    public static Optional<Shift> driveEnds(Shift shift, Instant time) {
        if (!shift.frame().windowHasEnded(time)) {
            return Optional.empty();
        }
        return switch (shift) {
            case Working working -> Optional.of(working.windowEndsOnADrive().end(time));
            case Ending ending -> Optional.of(ending.end(time));
            case Resting resting -> Optional.empty();
            case Ended ended -> Optional.empty();
        };
    }

    public static Refusal notWorking(String driverId) {
        return new Refusal(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                "driver " + driverId,
                "a driver with a work that has not ended");
    }

    static Refusal engaged(Frame frame) {
        return new Refusal(
                ErrorReason.ERROR_REASON_DRIVER_ENGAGED,
                "driver " + frame.driverId(),
                "a driver without a live command or drive");
    }

    private static void requireOpenWindow(Shift shift, Instant now) {
        if (shift.frame().windowHasEnded(now)) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_NOT_WORKING,
                    "now: " + now,
                    "before " + shift.frame().windowEnd());
        }
    }

    private static Refusal wrongState(Shift shift, String expected) {
        return new Refusal(
                ErrorReason.ERROR_REASON_WRONG_WORK_STATE,
                shift.getClass().getSimpleName() + " work " + shift.frame().id().value(),
                expected);
    }

    private static Refusal hasEnded(Ended ended) {
        return new Refusal(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                "work " + ended.frame().id().value() + " ended at " + ended.end(),
                "a work that has not ended");
    }
}
