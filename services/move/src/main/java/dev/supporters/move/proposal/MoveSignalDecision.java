package dev.supporters.move.proposal;

import dev.supporters.move.proposal.DriverMoves.WaitingSignal;
import dev.supporters.move.proposal.DriverState.Availability;
import dev.supporters.move.proposal.DriverState.KnownShift;
import dev.supporters.move.proposal.Move.EndCause;
import dev.supporters.move.proposal.MoveTransition.Changed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of signals: a proposal at once, a proposal when the shift begins, or nothing. */
final class MoveSignalDecision {

    private MoveSignalDecision() {}

    /** A signal came. */
    static MoveTransition onSignal(
            DriverMoves moves, MoveSignal signal, MoveSignalContext context) {
        if (moves.knows(signal.moveId())) {
            return MoveTransition.of(moves, SignalResult.DUPLICATE);
        }
        if (signal.expireTime().isAfter(context.latestExpiry())
                || signal.decidedAfter(context.latestDecision())) {
            return MoveTransition.of(moves, SignalResult.INVALID);
        }
        if (known(moves)
                .filter(other -> !other.decidedAfter(context.latestDecision()))
                .anyMatch(signal::olderThan)) {
            return MoveTransition.of(moves, SignalResult.OUTDATED);
        }
        return switch (moves.driver().availability(signal.product())) {
            case IDLE -> propose(moves, signal, context);
            case OFF_WORK -> wait(moves, signal, context.waitUntil());
            case RESTING -> MoveTransition.of(moves, SignalResult.RESTING);
            case ENDING -> MoveTransition.of(moves, SignalResult.ENDING);
            case ENGAGED -> MoveTransition.of(moves, SignalResult.ENGAGED);
        };
    }

    /**
     * The driver's state changed. One who is no longer idle loses the move, or has done what it asked; one who has become idle gets
     * the signal that waited.
     *
     * @param cause when the state changed
     */
    static MoveTransition onStateChange(
            DriverMoves moves, Instant cause, MoveSignalContext context) {
        if (moves.active().isPresent()) {
            Move.Active move = moves.active().get();
            Availability availability = availability(moves, move);
            if (availability != Availability.IDLE) {
                return moves.endBy(cause, move, ending(move, availability), context.version());
            }
        }
        Optional<MoveSignal> awaited =
                moves.waiting()
                        .filter(waiting -> !waiting.overAt(context.now()))
                        .map(WaitingSignal::signal)
                        .filter(s -> moves.driver().availability(s.product()) == Availability.IDLE);
        return awaited.isPresent()
                ? propose(moves, awaited.get(), context)
                : MoveTransition.of(moves);
    }

    /** For a move: a driver who has begun another shift is off the one of the move. */
    private static Availability availability(DriverMoves moves, Move.Active move) {
        boolean otherShift =
                moves.driver()
                        .work()
                        .filter(shift -> !shift.workId().equals(move.workId()))
                        .isPresent();
        return otherShift
                ? Availability.OFF_WORK
                : moves.driver().availability(move.signal().product());
    }

    private static EndCause ending(Move.Active move, Availability availability) {
        return switch (move.signal().goal()) {
            case MoveSignal.Rest rest ->
                    availability == Availability.RESTING ? EndCause.ARRIVED : EndCause.SUPERSEDED;
            case MoveSignal.GoTo goTo -> EndCause.SUPERSEDED;
        };
    }

    private static MoveTransition propose(
            DriverMoves moves, MoveSignal signal, MoveSignalContext context) {
        KnownShift shift = moves.driver().work().orElseThrow();
        if (!context.regions().allows(signal, shift.region())) {
            return MoveTransition.of(moves.withoutWaiting(signal), SignalResult.OUTSIDE);
        }
        Move.Active proposed =
                new Move.Proposed(signal, shift.workId(), context.now(), context.version());
        List<Changed> changed = new ArrayList<>();
        DriverMoves rest = moves;
        if (moves.active().isPresent()) {
            MoveTransition ended =
                    moves.endBy(
                            context.now(),
                            moves.active().get(),
                            EndCause.SUPERSEDED,
                            context.version());
            changed.addAll(ended.changed());
            rest = ended.next();
        }
        changed.add(new Changed(proposed, context.now()));
        DriverMoves next =
                new DriverMoves(
                        moves.driver(), Optional.of(proposed), Optional.empty(), rest.past());
        return new MoveTransition(next, changed, results(moves, signal));
    }

    private static List<SignalResult> results(DriverMoves moves, MoveSignal proposed) {
        boolean otherWaited = moves.waiting().filter(w -> !w.signal().equals(proposed)).isPresent();
        return otherWaited
                ? List.of(SignalResult.PROPOSED, SignalResult.SUPERSEDED)
                : List.of(SignalResult.PROPOSED);
    }

    private static MoveTransition wait(DriverMoves moves, MoveSignal signal, Instant waitUntil) {
        Instant until = signal.expireTime().isBefore(waitUntil) ? signal.expireTime() : waitUntil;
        DriverMoves next =
                new DriverMoves(
                        moves.driver(),
                        moves.active(),
                        Optional.of(new WaitingSignal(signal, until)),
                        moves.past());
        return moves.waiting().isPresent()
                ? MoveTransition.of(next, SignalResult.SUPERSEDED)
                : MoveTransition.of(next);
    }

    private static Stream<MoveSignal> known(DriverMoves moves) {
        return Stream.of(
                        moves.active().stream().map(Move::signal),
                        moves.waiting().stream().map(WaitingSignal::signal),
                        moves.past().stream().map(Move::signal))
                .flatMap(signals -> signals);
    }
}
