package dev.supporters.replay;

import dev.supporters.platform.option.GivenOptions;

import org.apache.kafka.common.KafkaException;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads recorded decisions, from their topic or from a file, takes each again, and prints what was decided and whether the result is the
 * same. Status 0: all are the same; 1: one is different; 2: the topic, the file or an option cannot be used.
 */
public final class ReplayCommand {

    private static final String BROKER_OF_THE_STAND = "127.0.0.1:19092";
    private static final List<String> NAMES =
            List.of("decisions", "language", "history", "call", "kafka", "kafkaConfig");
    private static final int DIFFERENT = 1;
    private static final int UNUSABLE = 2;

    private final PrintStream out;
    private final PrintStream err;

    public ReplayCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The file of decisions, the language, the history that plans of moves were made from, the call, the brokers, and their settings. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new ReplayCommand(out, err).run(GivenOptions.ofProcess(arguments)));
    }

    /** Runs with what the command line has given, and returns the status of the process. */
    int run(Map<String, String> given) {
        return GivenOptions.unknown(given, "replay", NAMES)
                .map(this::unusable)
                .orElseGet(() -> run(arguments(given)));
    }

    static List<String> arguments(Map<String, String> given) {
        return List.of(
                given.getOrDefault("decisions", ""),
                given.getOrDefault("language", DecisionReplay.LANGUAGES.getFirst()),
                given.getOrDefault("history", ""),
                given.getOrDefault("call", ""),
                given.getOrDefault("kafka", BROKER_OF_THE_STAND),
                given.getOrDefault("kafkaConfig", ""));
    }

    /** Runs, and returns the status of the process. */
    public int run(List<String> arguments) {
        ReplayOptions options = ReplayOptions.of(arguments);
        String language =
                options.language().isEmpty()
                        ? DecisionReplay.LANGUAGES.getFirst()
                        : options.language();
        if (!DecisionReplay.LANGUAGES.contains(language)) {
            return unusable(
                    "language: "
                            + language
                            + " (expected: one of "
                            + DecisionReplay.LANGUAGES
                            + ")");
        }
        ReplayPrinter printer = new ReplayPrinter(out, Locale.of(language));
        try {
            return options.decisions().isEmpty() ? topic(options, printer) : file(options, printer);
        } catch (IOException | InvalidPathException e) {
            return unusable(
                    "decisions: " + options.decisions() + " (expected: a file that can be read)");
        } catch (DecisionFileException e) {
            return unusable(options.decisions() + e.getMessage());
        } catch (IllegalArgumentException e) {
            return unusable(e.getMessage());
        }
    }

    private int file(ReplayOptions options, ReplayPrinter printer) throws IOException {
        DecisionFile.read(Path.of(options.decisions()), histories(options), options.filter())
                .forEach(printer::print);
        return status(options, printer, 0);
    }

    private int topic(ReplayOptions options, ReplayPrinter printer) {
        if (options.kafka().isEmpty()) {
            return unusable("kafka: nothing (expected: -Dkafka=HOST:PORT or -Ddecisions=FILE)");
        }
        try {
            int unreadable =
                    new DecisionTopic(options.client(), options.filter()).read(printer::print);
            return status(options, printer, unreadable);
        } catch (KafkaException e) {
            return unusable(
                    "kafka: "
                            + options.kafka()
                            + " does not answer: "
                            + e.getMessage()
                            + " (expected: a stand that runs, -Dkafka=HOST:PORT or"
                            + " -Ddecisions=FILE)");
        }
    }

    private int status(ReplayOptions options, ReplayPrinter printer, int unreadable) {
        if (printer.count() == 0 && !options.callId().isEmpty()) {
            return unusable(
                    "call: "
                            + options.callId()
                            + " (expected: a call of which a decision is recorded here)");
        }
        printer.total(unreadable);
        return printer.different() == 0 ? 0 : DIFFERENT;
    }

    private static HistoriesByName histories(ReplayOptions options) {
        return options.history().isEmpty()
                ? HistoriesByName.none()
                : HistoriesByName.of(Path.of(options.history()));
    }

    private int unusable(String message) {
        err.println("replay: " + message);
        return UNUSABLE;
    }
}
