package dev.supporters.simulation.command;

import dev.supporters.platform.option.GivenOptions;
import dev.supporters.simulation.NightFileException;
import dev.supporters.simulation.engine.DetectedCheaters;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code ./mvnw -Psimulate}: simulates nights, prints a table, writes files to {@code target/simulation}. */
public final class SimulationCommand {

    private static final int BAD_INPUT = 2;

    private final PrintStream out;
    private final Path folder;
    private final boolean terminal;

    SimulationCommand(PrintStream out, Path folder, boolean terminal) {
        this.out = out;
        this.folder = folder;
        this.terminal = terminal;
    }

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path root = Path.of(System.getProperty("supporters.root", "."));
        Map<String, String> given = GivenOptions.ofProcess(arguments);
        Console console = System.console();
        System.exit(
                new SimulationCommand(
                                out,
                                root.resolve("target/simulation"),
                                console != null && console.isTerminal())
                        .run(root, given));
    }

    /** The exit status. */
    int run(Path root, Map<String, String> given) throws InterruptedException {
        try {
            simulate(SimulationOptions.of(root, given));
            return 0;
        } catch (InvalidSimulationException | NightFileException e) {
            out.println(e.getMessage());
        } catch (ArithmeticException | DateTimeException e) {
            out.println("parameters: a time is too long to calculate with: " + e.getMessage());
        }
        return BAD_INPUT;
    }

    private void simulate(SimulationOptions options) throws InterruptedException {
        List<SimulatedPolicy> policies = new ArrayList<>(List.of(options.policy()));
        options.compared().ifPresent(policies::add);
        NightsProgress progress =
                new NightsProgress(out, terminal, options.nights() * policies.size());
        progress.show("past nights", 0);
        SimulatedNights nights = new SimulatedNights(options);
        Simulation simulation = new Simulation(nights);
        List<List<PlayedNight>> played = new ArrayList<>();
        for (SimulatedPolicy policy : policies) {
            int before = options.nights() * played.size();
            played.add(
                    simulation.play(
                            policy,
                            options.seed(),
                            options.nights(),
                            done -> progress.show(policy.toString(), before + done)));
        }
        progress.end();
        nights.summary().ifPresent(out::println);
        out.printf(
                Locale.ROOT,
                "%d nights from seed %d, %d supporters; ± is half of the 95 %% confidence"
                        + " interval%n",
                options.nights(),
                options.seed(),
                nights.supporters());
        SimulationTable.lines(played).forEach(out::println);
        played.forEach(this::printDetected);
        SimulationFiles.write(folder, played);
        double seconds =
                played.getFirst().stream().mapToDouble(PlayedNight::seconds).average().orElse(0);
        out.printf(
                Locale.ROOT,
                "%.2f seconds of one core per night of %s; files in %s%n",
                seconds,
                options.policy(),
                folder);
    }

    private void printDetected(List<PlayedNight> nights) {
        DetectedCheaters.DetectedNight detected =
                nights.stream()
                        .map(PlayedNight::detected)
                        .reduce(
                                DetectedCheaters.DetectedNight.NONE,
                                DetectedCheaters.DetectedNight::plus);
        if (!detected.kinds().isEmpty()) {
            out.printf("%s: %s", nights.getFirst().policy(), detected.table());
        }
    }
}
