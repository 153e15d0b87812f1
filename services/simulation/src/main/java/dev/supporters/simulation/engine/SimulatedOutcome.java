package dev.supporters.simulation.engine;

import dev.supporters.dispatch.abuse.DriverNight;

import java.util.List;

/**
 * Everything that happened in one simulated night.
 *
 * @param facts what a service would know of each supporter; empty in nights without cheaters
 */
public record SimulatedOutcome(
        NightModel model,
        List<SimulatedCall> calls,
        List<DriverWork> work,
        MoveCounts moves,
        List<DriverNight> facts) {

    public SimulatedOutcome {
        calls = List.copyOf(calls);
        work = List.copyOf(work);
        facts = List.copyOf(facts);
    }

    /** How well the cheaters of the night are found. */
    public DetectedCheaters.DetectedNight detected() {
        return DetectedCheaters.of(this);
    }
}
