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
 */
public record DriverMoves(
        DriverState driver,
        Optional<Move.Active> active,
        Optional<WaitingSignal> waiting,
        List<Move.Over> past) {

    static final DriverMoves NOTHING =
            new DriverMoves(DriverState.UNKNOWN, Optional.empty(), Optional.empty(), List.of());

    private static final int REMEMBERED = 20;

    public DriverMoves {
        past = List.copyOf(past);
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

    MoveTransition signalled(MoveSignal signal, Instant now, Instant waitUntil, long version) {
        if (knows(signal.moveId())) {
            return MoveTransition.of(this, SignalResult.DUPLICATE);
        }
        if (signal.expiredAt(now)) {
            return MoveTransition.of(this, SignalResult.EXPIRED);
        }
        return switch (driver.availability(signal.product())) {
            case IDLE -> propose(signal, now, version);
            case OFF_WORK -> wait(signal, waitUntil);
            case RESTING -> MoveTransition.of(this, SignalResult.RESTING);
            case ENDING -> MoveTransition.of(this, SignalResult.ENDING);
            case ENGAGED -> MoveTransition.of(this, SignalResult.ENGAGED);
        };
    }

    MoveTransition after(WorkStep step, Instant now, long version) {
        return after(driver.after(step), step.time(), now, version);
    }

    MoveTransition after(EngagementStep step, Instant now, long version) {
        return after(driver.after(step), step.time(), now, version);
    }

    /** What time by itself changes. */
    MoveTransition at(Instant now, long version) {
        if (active.filter(move -> move.signal().expiredAt(now)).isPresent()) {
            Move.Active move = active.get();
            MoveTransition ended =
                    end(move, Move.Ending.EXPIRED, move.signal().expireTime(), version);
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
            throw ended(moveId, Move.Ending.EXPIRED);
        }
        if (!accept) {
            return end(found.get(), Move.Ending.DECLINED, now, version);
        }
        return switch (found.get()) {
            case Move.Proposed proposed -> becomes(proposed.accepted(version), now);
            case Move.Accepted accepted -> MoveTransition.of(this);
        };
    }

    Optional<Move> move(String moveId) {
        return Stream.<Move>concat(active.stream(), past.stream())
                .filter(move -> move.moveId().equals(moveId))
                .findFirst();
    }

    private MoveTransition after(DriverState next, Instant cause, Instant now, long version) {
        return next.equals(driver)
                ? MoveTransition.of(this)
                : new DriverMoves(next, active, waiting, past).settled(cause, now, version);
    }

    private MoveTransition answeredAgain(String moveId, boolean accept) {
        Move.Over over =
                past.stream()
                        .filter(move -> move.moveId().equals(moveId))
                        .findAny()
                        .orElseThrow(() -> notFound(moveId));
        if (over.ending() == Move.Ending.DECLINED && !accept) {
            return MoveTransition.of(this);
        }
        throw ended(moveId, over.ending());
    }

    /** A driver who is no longer idle loses the move; one who has become idle gets the signal that waited. */
    private MoveTransition settled(Instant cause, Instant now, long version) {
        if (active.isPresent()
                && driver.availability(active.get().signal().product())
                        != DriverState.Availability.IDLE) {
            Instant at =
                    cause.isBefore(active.get().createTime()) ? active.get().createTime() : cause;
            return end(active.get(), Move.Ending.SUPERSEDED, at, version);
        }
        Optional<MoveSignal> awaited =
                waiting.filter(w -> !w.overAt(now))
                        .map(WaitingSignal::signal)
                        .filter(s ->
                                driver.availability(s.product()) == DriverState.Availability.IDLE);
        return awaited.isPresent() ? propose(awaited.get(), now, version) : MoveTransition.of(this);
    }

    private MoveTransition propose(MoveSignal signal, Instant now, long version) {
        Move.Active proposed =
                new Move.Proposed(signal, driver.work().orElseThrow().workId(), now, version);
        List<MoveTransition.Changed> changed = new ArrayList<>();
        DriverMoves rest = this;
        if (active.isPresent()) {
            MoveTransition ended = end(active.get(), Move.Ending.SUPERSEDED, now, version);
            changed.addAll(ended.changed());
            rest = ended.next();
        }
        changed.add(new MoveTransition.Changed(proposed, now));
        DriverMoves next =
                new DriverMoves(driver, Optional.of(proposed), Optional.empty(), rest.past);
        return new MoveTransition(next, changed, resultsOf(signal));
    }

    private List<SignalResult> resultsOf(MoveSignal proposed) {
        boolean otherWaited = waiting.filter(w -> !w.signal().equals(proposed)).isPresent();
        return otherWaited
                ? List.of(SignalResult.PROPOSED, SignalResult.SUPERSEDED)
                : List.of(SignalResult.PROPOSED);
    }

    private MoveTransition wait(MoveSignal signal, Instant waitUntil) {
        Instant until = signal.expireTime().isBefore(waitUntil) ? signal.expireTime() : waitUntil;
        DriverMoves next =
                new DriverMoves(
                        driver, active, Optional.of(new WaitingSignal(signal, until)), past);
        return waiting.isPresent()
                ? MoveTransition.of(next, SignalResult.SUPERSEDED)
                : MoveTransition.of(next);
    }

    private MoveTransition end(Move.Active move, Move.Ending ending, Instant at, long version) {
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

    private DriverMoves withoutEndedWaiting(Instant now) {
        return new DriverMoves(driver, active, waiting.filter(w -> !w.overAt(now)), past);
    }

    private List<SignalResult> endedWaiting(Instant now) {
        return waiting.filter(w -> w.overAt(now)).isPresent()
                ? List.of(SignalResult.OFF_WORK)
                : List.of();
    }

    private boolean knows(String moveId) {
        return move(moveId).isPresent()
                || waiting.filter(w -> w.signal().moveId().equals(moveId)).isPresent();
    }

    static Refusal notFound(String moveId) {
        return new Refusal(
                ErrorReason.ERROR_REASON_MOVE_NOT_FOUND,
                "move_id: " + moveId,
                "a move that was proposed to the driver");
    }

    private static Refusal ended(String moveId, Move.Ending ending) {
        return new Refusal(
                ErrorReason.ERROR_REASON_MOVE_ENDED,
                "move_id: " + moveId + ", " + ending,
                "a live move");
    }
}
