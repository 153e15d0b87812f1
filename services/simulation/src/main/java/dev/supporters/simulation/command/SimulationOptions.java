package dev.supporters.simulation.command;

import dev.supporters.simulation.NightFileOptions;
import dev.supporters.simulation.NightParameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was asked of {@code ./mvnw -Psimulate}.
 *
 * @param policy the policy whose nights are simulated
 * @param compared the policy that the same nights are simulated under as well
 * @param seed of the first night; each night after it has the next number
 * @param nights how many
 * @param supporters how many work; empty: 500, or as many for a night's file as its calls need in proportion
 * @param parameters the night model
 * @param night a file with the calls of a night, instead of synthetic ones
 * @param nightOptions what the file does not say about itself
 * @param zones smoothed calls in 30 minutes at which a cell of a zone opens; empty: there are no zones
 * @param history files of other nights, from which the forecast for a night's file is learned
 */
record SimulationOptions(
        SimulatedPolicy policy,
        Optional<SimulatedPolicy> compared,
        long seed,
        int nights,
        Optional<Integer> supporters,
        NightParameters parameters,
        Optional<Path> night,
        NightFileOptions nightOptions,
        OptionalDouble zones,
        List<Path> history) {

    SimulationOptions {
        history = List.copyOf(history);
    }

    /**
     * Reads the options.
     *
     * @throws InvalidSimulationException if one of them is unknown or cannot be obeyed
     */
    static SimulationOptions of(Path root, Map<String, String> given) {
        return new SimulationOptionsReader(root, given).read();
    }
}
