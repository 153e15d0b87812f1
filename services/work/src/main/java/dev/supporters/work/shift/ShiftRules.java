package dev.supporters.work.shift;

import static dev.supporters.work.shift.Shift.RestCause.ACTIVITY_MODE;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.work.shift.Shift.EndReason;
import dev.supporters.work.shift.Shift.Ended;
import dev.supporters.work.shift.Shift.Ending;
import dev.supporters.work.shift.Shift.RestCause;
import dev.supporters.work.shift.Shift.Resting;
import dev.supporters.work.shift.Shift.Working;
import dev.supporters.work.shift.SlotClient.ClosedSlot;

import java.time.Instant;
import java.util.Optional;

/** How a shift may change, and when. Pure. */
public final class ShiftRules {

    private static final String NO_END = "a shift whose window is over and whose drive goes on";

    private ShiftRules() {}

    /** Rest and resume any number of times, while the driver is not engaged and the window is open. */
    static Working askRest(Shift shift, String requestId, Instant now) {
        return switch (shift) {
            case Working working -> {
                requireOpenWindow(working, now);
                requireNoEndAsked(working);
                Pending pending = working.pending();
                boolean switchedOff = working.mode().off() && pending.asks(Asked.Kind.SWITCHED_OFF);
                yield switchedOff || pending.asks(Asked.Kind.REST)
                        ? working
                        : working.with(pending.asking(new Asked(Asked.Kind.REST, requestId, now)));
            }
            case Resting resting -> {
                requireOpenWindow(resting, now);
                throw wrongState(resting, "a shift without a rest");
            }
            case Ending ending -> throw engaged(ending.details());
            case Ended ended -> throw hasEnded(ended);
        };
    }

    /**
     * The slot is paused: the rest that was asked for has begun when it was asked for, but not before the end of a call that came in
     * between.
     *
     * @param lastDrive when the newest call that the driver has taken ended
     */
    static Resting rest(Shift shift, Optional<Instant> lastDrive, RestCause cause) {
        return switch (shift) {
            case Working working -> {
                Asked asked =
                        working.pending()
                                .asked()
                                .filter(open ->
                                        open.kind() == Asked.Kind.REST
                                                || open.kind() == Asked.Kind.SWITCHED_OFF)
                                .orElseThrow(() -> withdrawn(working));
                Instant begin = restBegin(working, asked.time(), lastDrive);
                requireOpenWindow(working, begin); // otherwise the clock-off ends the shift
                Resting resting = working.rest(begin, cause, Pending.NOTHING);
                yield resting.with(new Pending(wantedByMode(resting, asked.requestId()), 0));
            }
            case Resting resting -> throw wrongState(resting, "a shift without a rest");
            case Ending ending -> throw engaged(ending.details());
            case Ended ended -> throw hasEnded(ended);
        };
    }

    /** Not before the driver last began to work, and not before the end of the newest drive. */
    private static Instant restBegin(Working working, Instant asked, Optional<Instant> lastDrive) {
        Instant begin = asked.isBefore(working.since()) ? working.since() : asked;
        return lastDrive.filter(begin::isBefore).orElse(begin);
    }

    /** What was asked for cannot be done; the shift goes on as it was. Empty if nothing of the kind is open. */
    static Optional<Shift> withdraw(Shift shift, Asked.Kind kind) {
        if (!shift.pending().asks(kind)) {
            return Optional.empty();
        }
        String requestId = shift.pending().asked().orElseThrow().requestId();
        Pending withdrawn =
                new Pending(wantedByMode(shift, requestId), shift.pending().withdrawn().untold());
        return switch (shift) {
            case Working working -> changed(working, working.with(withdrawn));
            case Resting resting -> changed(resting, resting.with(withdrawn));
            case Ending ending -> Optional.empty();
            case Ended ended -> Optional.empty();
        };
    }

    private static Optional<Shift> changed(Shift before, Shift after) {
        return Optional.of(after)
                .filter(next -> !next.pending().asked().equals(before.pending().asked()));
    }

    /** What the activity mode asks for as long as nothing else is asked for. */
    private static Optional<Asked> wantedByMode(Shift shift, String requestId) {
        return switch (shift) {
            case Working working ->
                    Optional.of(working.mode())
                            .filter(KnownMode::off)
                            .map(off -> new Asked(Asked.Kind.SWITCHED_OFF, requestId, off.since()));
            case Resting resting ->
                    Optional.of(resting.mode())
                            .filter(mode -> !mode.off() && resting.cause() == ACTIVITY_MODE)
                            .map(on -> new Asked(Asked.Kind.SWITCHED_ON, requestId, on.since()));
            case Ending ending -> Optional.empty();
            case Ended ended -> Optional.empty();
        };
    }

    /**
     * The driver's activity mode is another one now. OFF asks for a rest; ON ends the rest that came from the mode, at once, but no rest
     * that the driver took. What else was asked for stays. Empty if the shift knows better, or is over.
     */
    static Optional<Shift> modeTold(Shift shift, KnownMode told, String eventId, Instant now) {
        if (shift.details().windowHasEnded(told.off() ? told.since() : now)) {
            return Optional.empty();
        }
        return switch (shift) {
            case Working working when told.changes(working.mode()) -> {
                Working next = working.with(told);
                boolean asks = told.off() && !asksOtherThanMode(working);
                yield Optional.of(
                        next.with(
                                asks
                                        ? working.pending()
                                                .asking(wantedByMode(next, eventId).orElseThrow())
                                        : working.pending().unchanged()));
            }
            case Resting resting when told.changes(resting.mode()) -> {
                Resting next = resting.with(told);
                if (asksOtherThanMode(resting)) {
                    yield Optional.of(next.with(resting.pending().unchanged()));
                }
                yield Optional.of(
                        !told.off() && resting.cause() == ACTIVITY_MODE
                                ? switchedOn(next, now)
                                : next.with(resting.pending().withdrawn()));
            }
            case Working working -> Optional.empty();
            case Resting resting -> Optional.empty();
            case Ending ending -> Optional.empty();
            case Ended ended -> Optional.empty();
        };
    }

    private static boolean asksOtherThanMode(Shift shift) {
        return shift.pending().asked().filter(open -> !open.kind().ofMode()).isPresent();
    }

    /** The mode was ON again before the rest that it asked for had begun: that rest ends when the mode was switched. */
    static Working switchedOn(Resting resting, Instant switched) {
        return resting.resume(
                switched.isBefore(resting.restBegin()) ? resting.restBegin() : switched);
    }

    /**
     * Before a shift ends whose driver's mode is OFF: the rest that nobody could begin. Empty if there is none.
     *
     * @param lastDrive when the newest call that the driver has taken ended
     */
    public static Optional<Resting> restBeforeEnd(Shift shift, Optional<Instant> lastDrive) {
        if (!(shift instanceof Working working) || !working.mode().off()) {
            return Optional.empty();
        }
        Instant begin = restBegin(working, working.mode().since(), lastDrive);
        Instant end = askedEnd(working).map(Asked::time).orElse(working.details().windowEnd());
        Pending ends = working.pending().asksEnd() ? working.pending().told() : Pending.NOTHING;
        return begin.isBefore(end)
                ? Optional.of(working.rest(begin, ACTIVITY_MODE, ends))
                : Optional.empty();
    }

    static Working resume(Shift shift, Instant now) {
        return switch (shift) {
            case Resting resting -> {
                requireOpenWindow(resting, now);
                requireNoEndAsked(resting);
                requireModeOn(resting);
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

    /** The driver wants to end the shift; that replaces a rest that was asked for. */
    static Shift askEnd(Shift shift, String requestId, Instant now) {
        Pending asking = shift.pending().asking(new Asked(Asked.Kind.END, requestId, now));
        return switch (shift) {
            case Working working -> working.pending().asksEnd() ? working : working.with(asking);
            case Resting resting -> resting.pending().asksEnd() ? resting : resting.with(asking);
            case Ending ending -> throw engaged(ending.details());
            case Ended ended -> throw hasEnded(ended);
        };
    }

    /**
     * The driver is no member of the group any more: the shift ends as if the driver had asked for it, without a word against it. Empty
     * if it is over, or if that was asked before. An end that the driver has asked for is replaced, with its time: it may be refused.
     */
    public static Optional<Shift> askRemoval(Shift shift, String eventId, Instant now) {
        if (shift.pending().asks(Asked.Kind.REMOVAL) || shift.details().windowHasEnded(now)) {
            return Optional.empty();
        }
        Instant end = askedEnd(shift).map(Asked::time).orElse(now);
        Pending asking = shift.pending().asking(new Asked(Asked.Kind.REMOVAL, eventId, end));
        return switch (shift) {
            case Working working -> Optional.of(working.with(asking));
            case Resting resting -> Optional.of(resting.with(asking));
            case Ending ending -> Optional.empty();
            case Ended ended -> Optional.empty();
        };
    }

    /**
     * The slot is closed: the shift ends. It ends when the driver asked for it, but not after the window's end, and not before the end of
     * a drive that came in between.
     *
     * @param lastDrive when the newest call that the driver has taken ended
     */
    static Ended end(Shift shift, Optional<Instant> lastDrive) {
        Optional<Asked> asked = askedEnd(shift);
        Instant end = asked.map(Asked::time).orElse(shift.details().windowEnd());
        EndReason reason = asked.flatMap(open -> open.kind().endReason()).orElse(EndReason.WINDOW);
        return switch (shift) {
            case Working working
                    when lastDrive.filter(working.details()::windowHasEnded).isPresent() ->
                    working.windowEndsDuringDrive().end(lastDrive.get());
            case Working working ->
                    working.end(lastDrive.filter(end::isBefore).orElse(end), reason);
            case Resting resting -> resting.end(end, reason);
            case Ending ending -> throw engaged(ending.details());
            case Ended ended -> throw hasEnded(ended);
        };
    }

    /** What asks for the end of the shift, if that was within the window. */
    private static Optional<Asked> askedEnd(Shift shift) {
        return shift.pending()
                .asked()
                .filter(asked -> asked.kind().endReason().isPresent())
                .filter(asked -> !shift.details().windowHasEnded(asked.time()));
    }

    /**
     * The window has ended. A shift without a drive ends exactly at the window's end, or earlier if its driver asked for that, however
     * late it is noticed; one with a drive over the window's end ends with the drive, also if both are noticed late.
     */
    public static Optional<Shift> windowEnds(Shift shift, ClosedSlot closed) {
        return switch (shift) {
            case Working working when closed.engaged() ->
                    Optional.of(working.windowEndsDuringDrive());
            case Working working -> Optional.of(end(working, closed.lastEngagementEnd()));
            case Resting resting -> Optional.of(end(resting, Optional.empty()));
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
     * more, and it ends exactly at the window's end: nobody drove. If its driver has asked for the end, the sweep ends it.
     */
    public static Optional<Shift> commandEnds(Shift shift, Instant time) {
        if (!shift.details().windowHasEnded(time)) {
            return Optional.empty();
        }
        return switch (shift) {
            case Working working when working.pending().asksEnd() ->
                    Optional.empty(); // a drive may have come after it
            case Working working -> Optional.of(end(working, Optional.empty()));
            case Ending ending -> Optional.of(ending.endWithoutDrive());
            case Resting resting -> Optional.empty();
            case Ended ended -> Optional.empty();
        };
    }

    /**
     * Nobody completes the drive, and an operator states when it ended. Pay until the window's end is not touched: to take that away is a
     * correction of the statement.
     *
     * @param end from the window's end on, not after now
     */
    public static Ended endByOperator(Shift shift, Instant end, Instant now) {
        return switch (shift) {
            case Ending ending -> {
                if (!ending.details().windowHasEnded(end) || end.isAfter(now)) {
                    throw Refusal.invalid(
                            "end_time", end, ending.details().windowEnd() + " to " + now);
                }
                yield ending.endByOperator(end);
            }
            case Working working -> throw wrongState(working, NO_END);
            case Resting resting -> throw wrongState(resting, NO_END);
            case Ended ended -> throw hasEnded(ended);
        };
    }

    public static Refusal noShift(WorkId workId) {
        return new Refusal(
                ErrorReason.ERROR_REASON_NOT_WORKING, "shift " + workId, "a shift that has begun");
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

    private static void requireNoEndAsked(Shift shift) {
        if (shift.pending().asksEnd()) {
            throw wrongState(shift, "a shift whose end was not asked for");
        }
    }

    /** As at a begin: who is switched off could not be commanded. */
    private static void requireModeOn(Resting resting) {
        if (resting.mode().off()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_NOT_A_MEMBER,
                    "driver " + resting.details().driverId() + " with activity mode OFF",
                    "activity mode ON");
        }
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

    private static Refusal withdrawn(Shift shift) {
        return new Refusal(
                ErrorReason.ERROR_REASON_UNAVAILABLE,
                "shift " + shift.details().id() + " is not asked to rest any more",
                "a rest that nobody has withdrawn meanwhile");
    }

    private static Refusal hasEnded(Ended ended) {
        return new Refusal(
                ErrorReason.ERROR_REASON_NOT_WORKING,
                "shift " + ended.details().id() + " ended at " + ended.end(),
                "a shift that has not ended");
    }
}
