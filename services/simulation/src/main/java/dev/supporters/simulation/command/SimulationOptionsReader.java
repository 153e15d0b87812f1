package dev.supporters.simulation.command;

import dev.supporters.platform.option.GivenOptions;
import dev.supporters.simulation.NightFileOptions;
import dev.supporters.simulation.NightParameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the options of {@code -Psimulate}; what cannot be obeyed is refused in one line. */
final class SimulationOptionsReader {

    static final int MOST_CALLS = 20_000;
    static final int MOST_SUPPORTERS = 5_000;
    static final int MOST_NIGHTS = 1_000;

    private static final double MOST_DEMAND = 1_000;

    private static final List<String> NAMES =
            List.of(
                    "policy",
                    "compare",
                    "seed",
                    "nights",
                    "calls",
                    "supporters",
                    "params",
                    "night",
                    "zone",
                    "currency",
                    "history",
                    "zones");

    private static final String POLICIES = "legacy, greedy, full or production";

    private final Path root;
    private final Map<String, String> given;

    SimulationOptionsReader(Path root, Map<String, String> given) {
        this.root = root;
        this.given = given;
    }

    SimulationOptions read() {
        GivenOptions.unknown(given, "simulate", NAMES)
                .ifPresent(line -> {
                    throw new InvalidSimulationException(line);
                });
        Optional<Path> night = text("night").map(value -> file("night", value));
        return new SimulationOptions(
                policy("policy").orElse(SimulatedPolicy.FULL),
                policy("compare"),
                whole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(50_001L),
                whole("nights", 1, MOST_NIGHTS).orElse(night.isPresent() ? 1L : 16L).intValue(),
                whole("supporters", 0, MOST_SUPPORTERS).map(Long::intValue),
                parameters(),
                night,
                new NightFileOptions(zone(), currency()),
                zones(),
                text("history").stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .map(value -> file("history", value.strip()))
                        .toList());
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private Optional<SimulatedPolicy> policy(String name) {
        return text(name)
                .map(value ->
                        Arrays.stream(SimulatedPolicy.values())
                                .filter(policy ->
                                        policy.name().equals(value.toUpperCase(Locale.ROOT)))
                                .findFirst()
                                .orElseThrow(() ->
                                        new InvalidSimulationException(name, value, POLICIES)));
    }

    private Optional<Long> whole(String name, long least, long most) {
        return text(name)
                .map(value -> {
                    try {
                        long number = Long.parseLong(value);
                        if (number >= least && number <= most) {
                            return number;
                        }
                    } catch (NumberFormatException e) {
                        // said below
                    }
                    throw new InvalidSimulationException(
                            name, value, "a whole number from %d to %d".formatted(least, most));
                });
    }

    private OptionalDouble zones() {
        Optional<String> given = text("zones");
        if (given.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double openDemand = Double.parseDouble(given.get());
            if (openDemand > 0 && openDemand <= MOST_DEMAND) {
                return OptionalDouble.of(openDemand);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InvalidSimulationException(
                "zones", given.get(), "calls in 30 minutes, more than 0 and at most 1000");
    }

    private NightParameters parameters() {
        NightParameters read =
                text("params").map(this::parameters).orElse(NightParameters.defaults());
        NightParameters parameters =
                whole("calls", 1, MOST_CALLS)
                        .map(calls -> read.withCalls(calls.intValue()))
                        .orElse(read);
        double tonight = parameters.calls() * parameters.demandFactor();
        if (tonight > MOST_CALLS) {
            throw new InvalidSimulationException(
                    "parameters: calls times demandFactor is %.0f (expected: at most %d)"
                            .formatted(tonight, MOST_CALLS));
        }
        return parameters;
    }

    private NightParameters parameters(String value) {
        Path file = file("params", value);
        try {
            return NightParameters.overriddenBy(Files.readString(file));
        } catch (IOException e) {
            throw new InvalidSimulationException("params", value, "a JSON file in UTF-8");
        } catch (IllegalArgumentException e) {
            throw new InvalidSimulationException("-Dparams=" + value + ": " + e.getMessage());
        }
    }

    private Path file(String name, String value) {
        Path file = root.resolve(value).normalize();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new InvalidSimulationException(
                    name, value, "a file that can be read; looked for " + file);
        }
        return file;
    }

    private Optional<ZoneId> zone() {
        return text("zone")
                .map(value ->
                        NightFileOptions.zone(value)
                                .orElseThrow(() ->
                                        new InvalidSimulationException(
                                                "zone", value, NightFileOptions.ZONE_EXPECTED)));
    }

    private Optional<Currency> currency() {
        return text("currency")
                .map(value ->
                        NightFileOptions.currency(value)
                                .orElseThrow(() ->
                                        new InvalidSimulationException(
                                                "currency",
                                                value,
                                                NightFileOptions.CURRENCY_EXPECTED)));
    }
}
