package dev.supporters.simulation.engine;

import java.util.List;

/** Everything that happened in one simulated night. */
public record SimulatedOutcome(
        NightModel model, List<SimulatedCall> calls, List<DriverWork> work, MoveCounts moves) {

    public SimulatedOutcome {
        calls = List.copyOf(calls);
        work = List.copyOf(work);
    }
}
