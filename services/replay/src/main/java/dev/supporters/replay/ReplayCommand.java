package dev.supporters.replay;

import dev.supporters.dispatch.forecast.DemandHistoryFile;
import dev.supporters.platform.option.GivenOptions;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads recorded decisions, takes each again, and prints what was decided and whether the result is the same. Status 0: all are the
 * same; 1: one is different; 2: the file or an option cannot be used.
 */
public final class ReplayCommand {

    private static final int DIFFERENT = 1;
    private static final int UNUSABLE = 2;
    private static final int HISTORY = 2;

    private final PrintStream out;
    private final PrintStream err;

    public ReplayCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The file of decisions, the language, and the history that plans of moves were made from. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new ReplayCommand(out, err).run(arguments(GivenOptions.ofProcess(arguments))));
    }

    static List<String> arguments(Map<String, String> given) {
        return List.of(
                given.getOrDefault("decisions", ""),
                given.getOrDefault("language", PathReplay.LANGUAGES.getFirst()),
                given.getOrDefault("history", ""));
    }

    /** Runs, and returns the status of the process. */
    public int run(List<String> arguments) {
        String file = arguments.isEmpty() ? "" : arguments.getFirst();
        String language = arguments.size() < 2 ? PathReplay.LANGUAGES.getFirst() : arguments.get(1);
        if (!PathReplay.LANGUAGES.contains(language)) {
            return unusable(
                    "language: " + language + " (expected: one of " + PathReplay.LANGUAGES + ")");
        }
        if (file.isBlank()) {
            return unusable("decisions: nothing (expected: -Ddecisions=FILE)");
        }
        try {
            return replay(
                    DecisionFile.read(Path.of(file), history(arguments)), Locale.of(language));
        } catch (IOException | InvalidPathException e) {
            return unusable("decisions: " + file + " (expected: a file that can be read)");
        } catch (DecisionFileException e) {
            return unusable(file + e.getMessage());
        } catch (IllegalArgumentException e) {
            return unusable(e.getMessage());
        }
    }

    private static Optional<DemandHistoryFile.Checked> history(List<String> arguments) {
        return arguments.size() > HISTORY && !arguments.get(HISTORY).isBlank()
                ? Optional.of(DemandHistoryFile.read(Path.of(arguments.get(HISTORY))))
                : Optional.empty();
    }

    private int replay(List<Recorded> decisions, Locale locale) {
        Phrases phrases = new Phrases(locale);
        int different = 0;
        int old = 0;
        for (Recorded decision : decisions) {
            decision.explain(phrases).forEach(out::println);
            switch (decision.result()) {
                case SAME -> out.println(phrases.line("replay.same"));
                case DIFFERENT -> {
                    different++;
                    out.println(phrases.line("replay.different"));
                    decision.differences().forEach(out::println);
                }
                case WITHOUT_INPUTS -> {
                    old++;
                    out.println(phrases.line("replay.without-inputs"));
                }
            }
            out.println();
        }
        out.println(phrases.line("replay.total", decisions.size(), different, old));
        return different == 0 ? 0 : DIFFERENT;
    }

    private int unusable(String message) {
        err.println("replay: " + message);
        return UNUSABLE;
    }
}
