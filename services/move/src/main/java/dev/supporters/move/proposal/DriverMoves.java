package dev.supporters.move.proposal;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A driver's moves, and what has to be known of the driver to decide about them. Work and activity are told by two topics, each in order,
 * neither waiting for the other, and both may come again: each has its own lane with its own version.
 *
 * @param past the last moves that ended, oldest first
 */
public record DriverMoves(
        Optional<WorkStep> work,
        Optional<EngagementStep> engagement,
        Optional<Move.Live> live,
        Optional<Waiting> waiting,
        List<Move.Over> past) {

    static final DriverMoves NOTHING =
            new DriverMoves(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());

    private static final int REMEMBERED = 20;

    public DriverMoves {
        past = List.copyOf(past);
    }

    /** When time by itself changes something next: a move expires, or a signal has waited long enough. */
    public Optional<Instant> due() {
        return Stream.concat(
                        live.map(move -> move.order().expireTime()).stream(),
                        waiting.map(Waiting::until).stream())
                .min(Instant::compareTo);
    }

    Step signalled(MoveOrder order, Instant now, Instant patientUntil, long version) {
        if (knows(order.moveId())) {
            return Step.of(this, SignalResult.DUPLICATE);
        }
        if (order.expiredAt(now)) {
            return Step.of(this, SignalResult.EXPIRED);
        }
        return switch (idleness(order)) {
            case IDLE -> propose(order, now, version);
            case OFF_WORK -> wait(order, patientUntil);
            case RESTING -> Step.of(this, SignalResult.RESTING);
            case ENDING -> Step.of(this, SignalResult.ENDING);
            case ENGAGED -> Step.of(this, SignalResult.ENGAGED);
        };
    }

    Step after(WorkStep step, Instant now, long version) {
        if (work.isPresent() && !step.after(work.get())) {
            return Step.of(this);
        }
        return new DriverMoves(Optional.of(step), engagement, live, waiting, past)
                .settled(step.time(), now, version);
    }

    Step after(EngagementStep step, Instant now, long version) {
        if (engagement.isPresent() && !step.after(engagement.get())) {
            return Step.of(this);
        }
        return new DriverMoves(work, Optional.of(step), live, waiting, past)
                .settled(step.time(), now, version);
    }

    /** What time by itself changes. */
    Step at(Instant now, long version) {
        if (live.filter(move -> move.order().expiredAt(now)).isPresent()) {
            Move.Live move = live.get();
            Step ended = end(move, Move.Ending.EXPIRED, move.order().expireTime(), version);
            return new Step(ended.next().waitedUntil(now), ended.changed(), waitedInVain(now));
        }
        return new Step(waitedUntil(now), List.of(), waitedInVain(now));
    }

    Step answered(String moveId, boolean accept, Instant now, long version) {
        Optional<Move.Live> found = live.filter(move -> move.moveId().equals(moveId));
        if (found.isEmpty()) {
            return answeredAgain(moveId, accept);
        }
        if (found.get().order().expiredAt(now)) {
            throw ended(moveId, Move.Ending.EXPIRED);
        }
        if (!accept) {
            return end(found.get(), Move.Ending.DECLINED, now, version);
        }
        return switch (found.get()) {
            case Move.Proposed proposed -> becomes(proposed.accepted(version), now);
            case Move.Accepted accepted -> Step.of(this);
        };
    }

    Optional<Move> move(String moveId) {
        return Stream.<Move>concat(live.stream(), past.stream())
                .filter(move -> move.moveId().equals(moveId))
                .findFirst();
    }

    private Step answeredAgain(String moveId, boolean accept) {
        Move.Over over =
                past.stream()
                        .filter(move -> move.moveId().equals(moveId))
                        .findAny()
                        .orElseThrow(() -> notFound(moveId));
        if (over.ending() == Move.Ending.DECLINED && !accept) {
            return Step.of(this);
        }
        throw ended(moveId, over.ending());
    }

    /** A driver who is not idle any more has no move; to one who has become idle goes what waited. */
    private Step settled(Instant cause, Instant now, long version) {
        if (live.isPresent() && idleness(live.get().order()) != Idleness.IDLE) {
            Instant at = cause.isBefore(live.get().createTime()) ? live.get().createTime() : cause;
            return end(live.get(), Move.Ending.SUPERSEDED, at, version);
        }
        Optional<MoveOrder> awaited =
                waiting.filter(w -> !w.overAt(now))
                        .map(Waiting::order)
                        .filter(o -> idleness(o) == Idleness.IDLE);
        return awaited.isPresent() ? propose(awaited.get(), now, version) : Step.of(this);
    }

    private Idleness idleness(MoveOrder order) {
        if (work.isEmpty() || work.get().product() != order.product()) {
            return Idleness.OFF_WORK;
        }
        return switch (work.get().standing()) {
            case WORKING -> engaged(work.get()) ? Idleness.ENGAGED : Idleness.IDLE;
            case RESTING -> Idleness.RESTING;
            case ENDING -> Idleness.ENDING;
            case ENDED -> Idleness.OFF_WORK;
        };
    }

    /** An engagement of an older work is over, whatever was told of it. */
    private boolean engaged(WorkStep present) {
        return engagement
                .filter(step -> step.live() && !present.workId().after(step.workId()))
                .isPresent();
    }

    private Step propose(MoveOrder order, Instant now, long version) {
        Move.Live proposed = new Move.Proposed(order, work.orElseThrow().workId(), now, version);
        List<Step.Changed> changed = new ArrayList<>();
        DriverMoves rest = this;
        if (live.isPresent()) {
            Step ended = end(live.get(), Move.Ending.SUPERSEDED, now, version);
            changed.addAll(ended.changed());
            rest = ended.next();
        }
        changed.add(new Step.Changed(proposed, now));
        DriverMoves next =
                new DriverMoves(
                        work, engagement, Optional.of(proposed), Optional.empty(), rest.past);
        return new Step(next, changed, signalsOf(order));
    }

    private List<SignalResult> signalsOf(MoveOrder proposed) {
        boolean otherWaited = waiting.filter(w -> !w.order().equals(proposed)).isPresent();
        return otherWaited
                ? List.of(SignalResult.PROPOSED, SignalResult.SUPERSEDED)
                : List.of(SignalResult.PROPOSED);
    }

    private Step wait(MoveOrder order, Instant patientUntil) {
        Instant until =
                order.expireTime().isBefore(patientUntil) ? order.expireTime() : patientUntil;
        DriverMoves next =
                new DriverMoves(
                        work, engagement, live, Optional.of(new Waiting(order, until)), past);
        return waiting.isPresent() ? Step.of(next, SignalResult.SUPERSEDED) : Step.of(next);
    }

    private Step end(Move.Live move, Move.Ending ending, Instant at, long version) {
        Move.Over over = move.over(ending, version);
        List<Move.Over> remembered = new ArrayList<>(past);
        remembered.add(over);
        List<Move.Over> last =
                remembered.subList(Math.max(0, remembered.size() - REMEMBERED), remembered.size());
        return new Step(
                new DriverMoves(work, engagement, Optional.empty(), waiting, last),
                List.of(new Step.Changed(over, at)),
                List.of());
    }

    private Step becomes(Move.Live move, Instant at) {
        return new Step(
                new DriverMoves(work, engagement, Optional.of(move), waiting, past),
                List.of(new Step.Changed(move, at)),
                List.of());
    }

    private DriverMoves waitedUntil(Instant now) {
        return new DriverMoves(work, engagement, live, waiting.filter(w -> !w.overAt(now)), past);
    }

    private List<SignalResult> waitedInVain(Instant now) {
        return waiting.filter(w -> w.overAt(now)).isPresent()
                ? List.of(SignalResult.OFF_WORK)
                : List.of();
    }

    private boolean knows(String moveId) {
        return move(moveId).isPresent()
                || waiting.filter(w -> w.order().moveId().equals(moveId)).isPresent();
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
