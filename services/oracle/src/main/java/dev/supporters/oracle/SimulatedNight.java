package dev.supporters.oracle;

/** The night that was played, simulated under a policy like "legacy" or "greedy". */
public record SimulatedNight(String policy, DispatchFigures figures) {}
