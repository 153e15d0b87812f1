package dev.supporters.faults;

import dev.supporters.faults.scenario.Scenario;
import dev.supporters.faults.scenario.ScenarioNight;
import dev.supporters.faults.scenario.ScenarioResult;
import dev.supporters.local.Console;
import dev.supporters.local.LocalRun;
import dev.supporters.local.options.LocalOptions;
import dev.supporters.oracle.NightReport;
import dev.supporters.platform.option.GivenOptions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plays a night for each scenario, on a stand of its own, and says which promises held. */
public final class FaultsCommand {

    private static final int BROKEN = 1;
    private static final int BAD_INPUT = 2;

    /** With so many nights, quicker starts are worth the minutes that it takes to record them. */
    private static final int WORTH_RECORDING = 6;

    /** A night that two cores can play while they also start processes again: a few calls, not too fast; see ScenarioNight, too. */
    private static final Map<String, String> NIGHT =
            Map.of(
                    "rate", "40",
                    "calls", "80",
                    "supporters", "20",
                    "commission", "20",
                    "seed", "11",
                    "stay", "false",
                    "freePorts", "true",
                    "rehearsal", "10");

    private final FaultOptions options;
    private final Console console;

    private FaultsCommand(FaultOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    public static void main(String[] arguments) throws InterruptedException {
        Console console = new Console(System.out);
        try {
            FaultOptions options =
                    FaultOptions.of(
                            Path.of(System.getProperty("supporters.root", ".")),
                            GivenOptions.ofProcess(arguments));
            System.exit(new FaultsCommand(options, console).run() ? 0 : BROKEN);
        } catch (IllegalArgumentException e) {
            console.say(e.getMessage());
            System.exit(BAD_INPUT);
        }
    }

    /** Whether everything held. */
    private boolean run() throws InterruptedException {
        if (options.scenarios().size() >= WORTH_RECORDING) {
            new LocalRun(LocalOptions.of(options.root(), NIGHT), console).record();
        }
        List<ScenarioResult> results = new ArrayList<>();
        ResultFile file = new ResultFile(options.root().resolve("target/faults/result.json"));
        for (Scenario scenario : options.scenarios()) {
            console.say("");
            console.say("Scenario " + scenario.name() + ": " + scenario.description() + ".");
            results.add(play(scenario));
            file.write(results); // also if a later one never ends
        }
        console.say("");
        ResultTable.lines(results).forEach(console::say);
        return results.stream().allMatch(ScenarioResult::held);
    }

    private ScenarioResult play(Scenario scenario) {
        long begin = System.nanoTime();
        String failure = "";
        try (ScenarioNight night = new ScenarioNight(scenario)) {
            try {
                new LocalRun(LocalOptions.of(options.root(), NIGHT), console, night).play();
            } catch (RuntimeException e) {
                failure = e.toString();
            }
            Map<String, Integer> violations = new TreeMap<>();
            night.report()
                    .map(NightReport::violations)
                    .orElse(Map.of())
                    .forEach((name, found) -> violations.put(name, found.size()));
            if (failure.isEmpty() && night.report().isEmpty()) {
                failure = "the night had no report";
            }
            return new ScenarioResult(
                    scenario,
                    failure,
                    violations,
                    night.report().map(NightReport::completed).orElse(0.0),
                    Duration.ofNanos(System.nanoTime() - begin));
        }
    }
}
