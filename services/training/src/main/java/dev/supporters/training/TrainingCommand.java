package dev.supporters.training;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.WorkWindow;
import dev.supporters.platform.option.GivenOptions;
import dev.supporters.training.TrainingOptions.InvalidTrainingOptionException;
import dev.supporters.training.source.EventLogArchiver;
import dev.supporters.training.source.InvalidNightException;
import dev.supporters.training.source.NightFiles;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** `./mvnw -q -Ptrain`: model files from nights of the past. */
public final class TrainingCommand {

    private static final int DONE = 0;
    private static final int REFUSED = 2;

    private TrainingCommand() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, String> given = new HashMap<>(TrainingEnvironment.options(System.getenv()));
        given.putAll(GivenOptions.ofProcess(args));
        System.exit(run(given, out));
    }

    static int run(Map<String, String> given, PrintStream out) {
        try {
            return run(TrainingOptions.of(given), out);
        } catch (InvalidTrainingOptionException | InvalidNightException e) {
            out.println(e.getMessage());
            return REFUSED;
        }
    }

    private static int run(TrainingOptions options, PrintStream out) {
        var window =
                new WorkWindow(
                        options.zone(),
                        PolicyDefaults.WINDOW.begin(),
                        PolicyDefaults.WINDOW.length());
        archive(options, out);
        NightSelection selection =
                NightSelection.of(
                        NightFiles.in(options.nights()),
                        new NightFiles(options.region(), options.zone()),
                        window,
                        options.before(),
                        options.gap());
        selection.leftOut().forEach(line -> out.println("left out: " + line));
        if (selection.nights().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "no night of %s in %s, %d left out (expected: 1 or more)%n",
                    options.region(),
                    options.nights(),
                    selection.leftOut().size());
            return REFUSED;
        }
        out.printf(
                Locale.ROOT,
                "%s %s: %d nights from %s to %s, %d left out; dates between that are missing: %d%n",
                options.region(),
                options.product(),
                selection.nights().size(),
                selection.nights().getFirst().businessDate(),
                selection.nights().getLast().businessDate(),
                selection.leftOut().size(),
                selection.missing());
        new Training(options, window, out).run(selection.nights());
        return DONE;
    }

    private static void archive(TrainingOptions options, PrintStream out) {
        if (!options.kafka().isEmpty()) {
            EventLogArchiver.Archived archived =
                    new EventLogArchiver(options.kafka(), options.zone()).archive(options.nights());
            out.printf(
                    Locale.ROOT,
                    "event log: %,d events of %,d nights written to %s, %,d unreadable%n",
                    archived.events(),
                    archived.nights(),
                    options.nights(),
                    archived.unreadable());
        }
    }
}
