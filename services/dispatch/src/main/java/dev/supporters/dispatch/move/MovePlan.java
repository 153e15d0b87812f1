package dev.supporters.dispatch.move;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;

import java.util.List;

/**
 * What one tick recommends.
 *
 * @param proposals moves, in the order in which they were decided
 * @param restAdvice who is advised to rest now
 * @param postponed how many moves more would be recommended if there were no bound
 */
public record MovePlan(List<Proposal> proposals, List<DriverId> restAdvice, int postponed) {

    /**
     * A move of one supporter.
     *
     * @param cell the H3 cell of the place
     * @param target where calls of this cell begin on average
     * @param seconds the expected time of the way
     * @param value the probability that a call comes for one more supporter there
     * @param stayValue the same for staying
     */
    public record Proposal(
            DriverId driver,
            long cell,
            Position target,
            double seconds,
            double value,
            double stayValue) {}

    public MovePlan {
        proposals = List.copyOf(proposals);
        restAdvice = List.copyOf(restAdvice);
    }

    static MovePlan empty() {
        return new MovePlan(List.of(), List.of(), 0);
    }

    /** At most so many moves: those that were decided first. */
    MovePlan atMost(int most) {
        int kept = Math.min(most, proposals.size());
        return new MovePlan(proposals.subList(0, kept), restAdvice, proposals.size() - kept);
    }
}
