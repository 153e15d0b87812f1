package dev.supporters.mlgateway.moves;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveKind;

import java.time.Instant;
import java.util.Optional;

/**
 * A driver as four topics tell, each in its own order.
 *
 * @param rested whether the driver has rested in this shift
 * @param engagement the newest step of a command or drive
 * @param moves what is known of the driver's moves
 * @param signal the newest signal of ours, until a move comes of it
 */
record FleetMember(
        DriverId driverId,
        Optional<KnownShift> shift,
        boolean rested,
        Optional<EngagementStep> engagement,
        Optional<Fix> fix,
        KnownMoves moves,
        Optional<LastMoveSignal> signal) {

    /**
     * A signal for a move to a goal, or, without one, for a rest.
     *
     * @param moveId of the move that may come of it
     */
    record LastMoveSignal(String moveId, Optional<Position> goal, Instant time) {}

    /** The newest step of a shift, when it began, and when its window ends. */
    record KnownShift(WorkStep step, Instant begin, Instant windowEnd) {}

    /** Where a driver was; nobody knows where, if the driver cannot be reached. */
    record Fix(Optional<Position> position, Instant time) {}

    /**
     * What is known of a driver's moves.
     *
     * @param goal of the live move to a place
     * @param accepted whether the driver has accepted it
     * @param lastDecline when the driver last declined a move, or let one pass without an answer
     */
    record KnownMoves(
            long version,
            Optional<Position> goal,
            boolean accepted,
            Instant lastMove,
            Instant lastDecline,
            Instant lastAdvice) {

        static final KnownMoves NONE =
                new KnownMoves(0, Optional.empty(), false, Instant.MIN, Instant.MIN, Instant.MIN);

        KnownMoves after(Move move, Instant time) {
            if (!newer(move)) {
                return this;
            }
            boolean rest = move.getKind() == MoveKind.MOVE_KIND_REST;
            Optional<Position> destination =
                    rest ? Optional.empty() : Place.of(move.getDestination()).position();
            return switch (move.getState()) {
                case MOVE_STATE_PROPOSED ->
                        new KnownMoves(
                                move.getVersion(),
                                destination,
                                false,
                                rest ? lastMove : time,
                                lastDecline,
                                rest ? time : lastAdvice);
                case MOVE_STATE_ACCEPTED ->
                        new KnownMoves(
                                move.getVersion(),
                                destination,
                                true,
                                lastMove,
                                lastDecline,
                                lastAdvice);
                case MOVE_STATE_DECLINED -> over(move, rest ? lastDecline : time);
                case MOVE_STATE_EXPIRED -> over(move, rest || accepted ? lastDecline : time);
                case MOVE_STATE_SUPERSEDED, MOVE_STATE_ARRIVED -> over(move, lastDecline);
                case MOVE_STATE_UNSPECIFIED, UNRECOGNIZED -> this;
            };
        }

        /** One update may end a move and propose the next one, in this order and with the same version. */
        private boolean newer(Move move) {
            return move.getVersion() > version
                    || (move.getVersion() == version
                            && move.getState()
                                    == dev.supporters.proto.move.v1.MoveState.MOVE_STATE_PROPOSED);
        }

        private KnownMoves over(Move move, Instant decline) {
            return new KnownMoves(
                    move.getVersion(), Optional.empty(), false, lastMove, decline, lastAdvice);
        }
    }

    static FleetMember unheard(DriverId driverId) {
        return new FleetMember(
                driverId,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                KnownMoves.NONE,
                Optional.empty());
    }

    /** A shift began; its window ends at a time. */
    FleetMember begun(WorkStep step, Instant windowEnd) {
        return newer(step) ? with(new KnownShift(step, step.time(), windowEnd), false) : this;
    }

    /** A later step of a shift. Whose begin was not seen is no member: nobody knows when the window ends. */
    FleetMember next(WorkStep step) {
        if (!newer(step) || shift.filter(s -> same(s.step().workId(), step)).isEmpty()) {
            return this;
        }
        return with(
                new KnownShift(step, shift.get().begin(), shift.get().windowEnd()),
                rested || step.state() == WorkStep.State.RESTING);
    }

    FleetMember engaged(EngagementStep step) {
        return engagement.filter(known -> !step.after(known)).isPresent()
                ? this
                : new FleetMember(driverId, shift, rested, Optional.of(step), fix, moves, signal);
    }

    FleetMember seen(Fix seen) {
        return fix.filter(known -> seen.time().isBefore(known.time())).isPresent()
                ? this
                : new FleetMember(
                        driverId, shift, rested, engagement, Optional.of(seen), moves, signal);
    }

    /** A move of the driver changed; what is not newer changes nothing. Whichever it is, it only ends the signal that it came of. */
    FleetMember moved(Move move, Instant time) {
        return new FleetMember(
                driverId,
                shift,
                rested,
                engagement,
                fix,
                moves.after(move, time),
                signal.filter(sent -> !sent.moveId().equals(move.getMoveId())));
    }

    FleetMember signalled(LastMoveSignal newest) {
        return new FleetMember(
                driverId, shift, rested, engagement, fix, moves, Optional.of(newest));
    }

    /** A signal that was sent after an instant, and of which no move has come yet. What is older was lost, or dropped. */
    Optional<LastMoveSignal> underWay(Instant sentAfter) {
        return signal.filter(sent -> sent.time().isAfter(sentAfter));
    }

    /** Where the driver goes, or is about to be asked to go by a signal that was sent after an instant. */
    Optional<Position> moveGoal(Instant sentAfter) {
        return underWay(sentAfter).flatMap(LastMoveSignal::goal).or(moves::goal);
    }

    /** The command or drive that the driver has; none that is of an older shift. */
    Optional<EngagementStep> live() {
        return engagement
                .filter(step -> step.state().live())
                .filter(step ->
                        shift.filter(s -> !s.step().workId().after(step.workId())).isPresent());
    }

    private FleetMember with(KnownShift next, boolean nextRested) {
        return new FleetMember(
                driverId, Optional.of(next), nextRested, engagement, fix, moves, signal);
    }

    private boolean newer(WorkStep step) {
        return shift.filter(known -> !step.after(known.step())).isEmpty();
    }

    private static boolean same(WorkId workId, WorkStep step) {
        return workId.equals(step.workId());
    }
}
