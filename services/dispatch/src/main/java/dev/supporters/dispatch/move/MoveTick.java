package dev.supporters.dispatch.move;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;

import java.util.List;
import java.util.Map;

/**
 * Everything that one plan of moves is made from, so that a recorded tick gives the same plan again.
 *
 * @param now seconds since the window's begin
 * @param windowEnd the window's end, in seconds since its begin
 * @param afterMidnight whether fewer lines run
 * @param seed by which the order of supporters and the rest advice are drawn; another one each tick
 * @param observed tonight's calls since the window's begin, by the number of their H3 cell of resolution 8
 * @param supporters all who are at work, in a fixed order
 */
public record MoveTick(
        double now,
        double windowEnd,
        boolean afterMidnight,
        long seed,
        Map<Long, Integer> observed,
        List<SupporterAtWork> supporters) {

    /** Never, as a number of seconds ago. */
    public static final double NEVER = Double.POSITIVE_INFINITY;

    /** What a supporter does. */
    public enum State {
        IDLE,
        RESTING,
        /** Is on the way to a target of ours. */
        MOVING,
        /** Has a command that is neither accepted nor refused yet. */
        COMMANDED,
        PICKING_UP,
        DRIVING
    }

    /**
     * One supporter at work.
     *
     * @param position where the supporter is if idle or resting, else where the supporter is next free: the move's target or the call's
     *     destination
     * @param freeIn expected seconds until the supporter is there; 0 if idle or resting
     * @param chained whether the next call is already given
     * @param sinceMove seconds since the last move was proposed, or {@link #NEVER}
     * @param sinceDecline seconds since the supporter last declined or let pass a move, or {@link #NEVER}
     * @param restOpen whether the supporter has neither rested in this shift nor been advised to
     */
    public record SupporterAtWork(
            DriverId driver,
            State state,
            Position position,
            double freeIn,
            boolean chained,
            double sinceMove,
            double sinceDecline,
            boolean restOpen) {

        public SupporterAtWork {
            require(freeIn >= 0 && freeIn < NEVER, "freeIn", freeIn, "not negative");
            require(sinceMove >= 0, "sinceMove", sinceMove, "not negative");
            require(sinceDecline >= 0, "sinceDecline", sinceDecline, "not negative");
        }
    }

    public MoveTick {
        require(Double.isFinite(now), "now", now, "a number");
        require(windowEnd > 0 && windowEnd < NEVER, "windowEnd", windowEnd, "more than 0");
        observed = Map.copyOf(observed);
        supporters = List.copyOf(supporters);
    }

    private static void require(boolean holds, String what, double found, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "move tick: " + what + ": " + found + " (expected: " + expected + ")");
        }
    }
}
