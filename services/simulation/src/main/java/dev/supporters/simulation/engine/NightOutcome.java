package dev.supporters.simulation.engine;

import java.util.List;

/** Everything that happened in one simulated night. */
public record NightOutcome(
        NightModel model, List<SimulatedCall> calls, List<DriverWork> work, MoveCounts moves) {

    public NightOutcome {
        calls = List.copyOf(calls);
        work = List.copyOf(work);
    }
}
