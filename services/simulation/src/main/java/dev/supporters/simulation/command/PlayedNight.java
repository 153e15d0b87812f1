package dev.supporters.simulation.command;

import dev.supporters.simulation.engine.DetectedCheaters;
import dev.supporters.simulation.engine.SimulatedCall;
import dev.supporters.simulation.engine.SimulatedOutcome;
import dev.supporters.simulation.figures.NightFigures;

import java.util.Arrays;
import java.util.List;

/**
 * One simulated night of one policy.
 *
 * @param byTenMinutes calls and completed calls of each ten minutes since the window's begin, in turns
 * @param detected how well cheaters were found; nothing in a night without
 * @param seconds the time of one core
 */
record PlayedNight(
        SimulatedPolicy policy,
        long seed,
        NightFigures figures,
        List<Integer> byTenMinutes,
        DetectedCheaters.DetectedNight detected,
        double seconds) {

    private static final double BIN_SECONDS = 600;

    PlayedNight {
        byTenMinutes = List.copyOf(byTenMinutes);
    }

    static PlayedNight of(
            SimulatedPolicy policy, long seed, SimulatedOutcome outcome, double seconds) {
        int bins = (int) Math.ceil(outcome.model().windowEnd() / BIN_SECONDS);
        Integer[] counts = new Integer[2 * bins];
        Arrays.fill(counts, 0);
        for (SimulatedCall call : outcome.calls()) {
            int bin = Math.clamp((long) (call.requestedAt() / BIN_SECONDS), 0, bins - 1);
            counts[2 * bin]++;
            if (call.state() == SimulatedCall.State.COMPLETED) {
                counts[2 * bin + 1]++;
            }
        }
        return new PlayedNight(
                policy,
                seed,
                NightFigures.of(outcome),
                List.of(counts),
                outcome.detected(),
                seconds);
    }

    int bins() {
        return byTenMinutes.size() / 2;
    }

    int calls(int bin) {
        return byTenMinutes.get(2 * bin);
    }

    int completed(int bin) {
        return byTenMinutes.get(2 * bin + 1);
    }
}
