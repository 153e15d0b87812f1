package dev.supporters.faults;

import dev.supporters.faults.scenario.Pace;
import dev.supporters.faults.scenario.Scenario;
import dev.supporters.faults.scenario.ScenarioNight;
import dev.supporters.faults.scenario.ScenarioResult;
import dev.supporters.local.Console;
import dev.supporters.local.LocalRun;
import dev.supporters.local.options.LocalOptions;
import dev.supporters.oracle.NightReport;
import dev.supporters.platform.option.GivenOptions;
import dev.supporters.stand.Machine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

    /** A night that two cores can play while they also start processes again: a few calls, not too fast; see Pace, too. */
    private static Map<String, String> night(Pace pace) {
        return Map.of(
                "rate", String.valueOf(pace.rate()),
                "calls", String.valueOf(pace.calls()),
                "supporters", "20",
                "commission", "20",
                "seed", "11",
                "stay", "false",
                "freePorts", "true",
                "rehearsal", "10");
    }

    /** Whether everything held. */
    private boolean run() throws InterruptedException {
        RunFacts facts =
                new RunFacts(Instant.now(), SourceCommit.of(options.root()), Machine.facts());
        List<Scenario> scenarios = options.scenarios();
        console.say(
                scenarios.size()
                        + (scenarios.size() == 1 ? " scenario" : " scenarios")
                        + ", about "
                        + minutes(options.estimate())
                        + " min: "
                        + String.join(", ", scenarios.stream().map(FaultsCommand::named).toList()));
        if (scenarios.size() >= WORTH_RECORDING) {
            new LocalRun(local(scenarios.getFirst()), console).record();
        }
        List<ScenarioResult> results = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            console.say("");
            console.say("Scenario " + named(scenario) + ": " + scenario.description() + ".");
            results.add(play(scenario));
            // also if a later one never ends
            new ResultFile(folder().resolve("result.json")).write(facts, results);
            new ResultReport(folder().resolve("report.md")).write(facts, results);
        }
        console.say("");
        ResultTable.lines(facts, results).forEach(console::say);
        return results.stream().allMatch(ScenarioResult::held);
    }

    private Path folder() {
        return options.root().resolve("target/faults");
    }

    private static String named(Scenario scenario) {
        Pace pace = scenario.pace();
        return "%s (from %s at rate %d, about %d s)"
                .formatted(scenario.name(), pace.from(), pace.rate(), pace.estimate().toSeconds());
    }

    private static long minutes(Duration time) {
        return Math.ceilDiv(time.toSeconds(), 60);
    }

    private LocalOptions local(Scenario scenario) {
        return LocalOptions.of(options.root(), night(scenario.pace()));
    }

    private ScenarioResult play(Scenario scenario) {
        long begin = System.nanoTime();
        String failure = "";
        try (ScenarioNight night = new ScenarioNight(scenario)) {
            LocalRun run = new LocalRun(local(scenario), console, night);
            try {
                run.play();
            } catch (RuntimeException e) {
                failure = e.toString();
            }
            Map<String, Integer> violations = new TreeMap<>();
            night.report()
                    .map(NightReport::violations)
                    .orElse(Map.of())
                    .forEach((name, found) -> violations.put(name, found.size()));
            ScenarioResult result =
                    new ScenarioResult(
                            scenario,
                            failure.isEmpty() ? night.failure() : failure,
                            violations,
                            night.report().map(NightReport::completed).orElse(0.0),
                            Duration.ofNanos(System.nanoTime() - begin));
            if (!result.held()) {
                new KeptLogs(folder().resolve("logs")).keep(scenario.name(), run.logFolder());
            }
            return result;
        }
    }
}
