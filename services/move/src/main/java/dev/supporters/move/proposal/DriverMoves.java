package dev.supporters.move.proposal;

import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A driver's moves: the active one, a signal that waits because the driver is not known to be at work, and the last moves that ended.
 *
 * @param past oldest first; bounded, so that the document stays small
 * @param unheardTime when the last signal for a driver of whom nothing else is known had waited; empty if anything is known. From then on
 *     nothing is kept
 */
public record DriverMoves(
        DriverState driver,
        Optional<Move.Active> active,
        Optional<WaitingSignal> waiting,
        List<Move.Over> past,
        Optional<Instant> unheardTime) {

    static final DriverMoves NOTHING =
            new DriverMoves(DriverState.UNKNOWN, Optional.empty(), Optional.empty(), List.of());

    private static final int REMEMBERED = 20;

    public DriverMoves {
        past = List.copyOf(past);
    }

    /** Of which something is known. */
    public DriverMoves(
            DriverState driver,
            Optional<Move.Active> active,
            Optional<WaitingSignal> waiting,
            List<Move.Over> past) {
        this(driver, active, waiting, past, Optional.empty());
    }

    /** A signal, and until when it waits. */
    public record WaitingSignal(MoveSignal signal, Instant until) {

        boolean overAt(Instant now) {
            return !now.isBefore(until);
        }
    }

    /** When time by itself changes something next: a move expires, or a signal has waited long enough. */
    public Optional<Instant> due() {
        return Stream.concat(
                        active.map(move -> move.signal().expireTime()).stream(),
                        waiting.map(WaitingSignal::until).stream())
                .min(Instant::compareTo);
    }

    MoveTransition signalled(MoveSignal signal, MoveSignalContext context) {
        return MoveSignalDecision.onSignal(this, signal, context);
    }

    MoveTransition after(WorkStep step, MoveSignalContext context) {
        return after(driver.after(step), step.time(), context);
    }

    MoveTransition after(EngagementStep step, MoveSignalContext context) {
        return after(driver.after(step), step.time(), context);
    }

    /** The driver is where an accepted move leads. */
    MoveTransition arrived(String moveId, Instant at, long version) {
        return active.filter(move -> move.moveId().equals(moveId))
                .filter(move -> move instanceof Move.Accepted && !move.signal().expiredAt(at))
                .map(move -> end(move, Move.EndCause.ARRIVED, at, version))
                .orElseGet(() -> MoveTransition.of(this));
    }

    /** What time by itself changes. */
    MoveTransition at(Instant now, long version) {
        if (active.filter(move -> move.signal().expiredAt(now)).isPresent()) {
            Move.Active move = active.get();
            MoveTransition ended =
                    end(move, Move.EndCause.EXPIRED, move.signal().expireTime(), version);
            return new MoveTransition(
                    ended.next().withoutEndedWaiting(now), ended.changed(), endedWaiting(now));
        }
        return new MoveTransition(withoutEndedWaiting(now), List.of(), endedWaiting(now));
    }

    MoveTransition answered(String moveId, boolean accept, Instant now, long version) {
        Optional<Move.Active> found = active.filter(move -> move.moveId().equals(moveId));
        if (found.isEmpty()) {
            return answeredAgain(moveId, accept);
        }
        if (found.get().signal().expiredAt(now)) {
            throw ended(moveId, Move.EndCause.EXPIRED);
        }
        if (!accept) {
            return end(found.get(), Move.EndCause.DECLINED, now, version);
        }
        return switch (found.get()) {
            case Move.Proposed proposed -> becomes(proposed.accepted(now, version), now);
            case Move.Accepted accepted -> MoveTransition.of(this);
        };
    }

    /** The active one, if there is one, then the past ones. */
    Stream<Move> newestFirst() {
        return Stream.concat(active.stream(), past.reversed().stream());
    }

    Optional<Move> move(String moveId) {
        return Stream.<Move>concat(active.stream(), past.stream())
                .filter(move -> move.moveId().equals(moveId))
                .findFirst();
    }

    private MoveTransition after(DriverState next, Instant cause, MoveSignalContext context) {
        return next.equals(driver)
                ? MoveTransition.of(this)
                : MoveSignalDecision.onStateChange(
                        new DriverMoves(next, active, waiting, past), cause, context);
    }

    private MoveTransition answeredAgain(String moveId, boolean accept) {
        Move.Over over =
                past.stream()
                        .filter(move -> move.moveId().equals(moveId))
                        .findAny()
                        .orElseThrow(() -> notFound(moveId));
        if (over.ending() == Move.EndCause.DECLINED && !accept) {
            return MoveTransition.of(this);
        }
        throw ended(moveId, over.ending());
    }

    /** The move ends by something that came at a time, or has expired before that. What came before the move changed last ends it then. */
    MoveTransition endBy(Instant cause, Move.Active move, Move.EndCause ending, long version) {
        Instant at = cause.isBefore(move.changeTime()) ? move.changeTime() : cause;
        return move.signal().expiredAt(at)
                ? end(move, Move.EndCause.EXPIRED, move.signal().expireTime(), version)
                : end(move, ending, at, version);
    }

    /** The move ends. */
    private MoveTransition end(Move.Active move, Move.EndCause ending, Instant at, long version) {
        Move.Over over = move.over(ending, version);
        List<Move.Over> remembered = new ArrayList<>(past);
        remembered.add(over);
        List<Move.Over> last =
                remembered.subList(Math.max(0, remembered.size() - REMEMBERED), remembered.size());
        return new MoveTransition(
                new DriverMoves(driver, Optional.empty(), waiting, last),
                List.of(new MoveTransition.Changed(over, at)),
                List.of());
    }

    private MoveTransition becomes(Move.Active move, Instant at) {
        return new MoveTransition(
                new DriverMoves(driver, Optional.of(move), waiting, past),
                List.of(new MoveTransition.Changed(move, at)),
                List.of());
    }

    DriverMoves withoutWaiting(MoveSignal signal) {
        return new DriverMoves(
                driver, active, waiting.filter(w -> !w.signal().equals(signal)), past);
    }

    private DriverMoves withoutEndedWaiting(Instant now) {
        Optional<WaitingSignal> ended = waiting.filter(w -> w.overAt(now));
        if (ended.isEmpty()) {
            return this;
        }
        boolean unheard = driver.equals(DriverState.UNKNOWN) && active.isEmpty() && past.isEmpty();
        return new DriverMoves(
                driver,
                active,
                Optional.empty(),
                past,
                unheard ? ended.map(WaitingSignal::until) : Optional.empty());
    }

    private List<SignalResult> endedWaiting(Instant now) {
        return waiting.filter(w -> w.overAt(now)).isPresent()
                ? List.of(SignalResult.OFF_WORK)
                : List.of();
    }

    boolean knows(String moveId) {
        return move(moveId).isPresent()
                || waiting.filter(w -> w.signal().moveId().equals(moveId)).isPresent();
    }

    static Refusal notFound(String moveId) {
        return new Refusal(
                ErrorReason.ERROR_REASON_MOVE_NOT_FOUND,
                "move_id: " + moveId,
                "a move that was proposed to the driver");
    }

    private static Refusal ended(String moveId, Move.EndCause ending) {
        return new Refusal(
                ErrorReason.ERROR_REASON_MOVE_ENDED,
                "move_id: " + moveId + ", " + ending,
                "a live move");
    }
}
