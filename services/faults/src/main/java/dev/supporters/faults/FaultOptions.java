package dev.supporters.faults;

import dev.supporters.faults.scenario.Scenario;
import dev.supporters.faults.scenario.Scenarios;
import dev.supporters.platform.option.GivenOptions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was asked for.
 *
 * @param root the project's folder
 */
record FaultOptions(Path root, List<Scenario> scenarios) {

    private static final List<String> NAMES = List.of("scenarios");
    private static final String BRIEF = "brief";
    private static final String ALL = "all";
    private static final String QUICK = "quick";

    FaultOptions {
        scenarios = List.copyOf(scenarios);
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if an option or a scenario is not known
     */
    static FaultOptions of(Path root, Map<String, String> given) {
        GivenOptions.unknown(given, "faults", NAMES)
                .ifPresent(line -> {
                    throw new IllegalArgumentException(line);
                });
        return new FaultOptions(
                root.toAbsolutePath().normalize(), scenarios(given.getOrDefault("scenarios", ALL)));
    }

    /** About how long all of them take. */
    Duration estimate() {
        return scenarios.stream()
                .map(scenario -> scenario.pace().estimate())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static List<Scenario> scenarios(String wanted) {
        List<Scenario> all = Scenarios.all();
        if (wanted.equals(ALL)) {
            return all;
        }
        if (wanted.equals(BRIEF)) {
            return all.stream().filter(Scenario::brief).toList();
        }
        if (wanted.equals(QUICK)) {
            return all.stream().filter(Scenario::quick).toList();
        }
        List<Scenario> found = new ArrayList<>();
        for (String name : wanted.split(",")) {
            found.add(
                    all.stream()
                            .filter(scenario -> scenario.name().equals(name.strip()))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "scenarios: "
                                                    + name.strip()
                                                    + " (expected: all, quick, brief, or some of "
                                                    + all.stream().map(Scenario::name).toList()
                                                    + ", separated by commas)")));
        }
        return found;
    }
}
