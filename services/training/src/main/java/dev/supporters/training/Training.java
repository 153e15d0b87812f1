package dev.supporters.training;

import dev.supporters.contract.WorkWindow;
import dev.supporters.dispatch.forecast.DemandHistory;
import dev.supporters.dispatch.forecast.DemandHistoryTrainer;
import dev.supporters.dispatch.forecast.DemandHistoryTrainer.PastCall;
import dev.supporters.dispatch.model.ModelFile;
import dev.supporters.dispatch.model.ModelFileWriter;
import dev.supporters.dispatch.model.ModelVersion;
import dev.supporters.training.fit.ModelTrainer;
import dev.supporters.training.publish.AtomicFiles;
import dev.supporters.training.publish.HistoryFolder;
import dev.supporters.training.publish.ModelPublisher;
import dev.supporters.training.source.TrainingNight;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Trains on nights, scores on the last of them, prints what came out, and writes the files. */
final class Training {

    private static final int ONE_IN = 5;

    /** The one model that ranks by itself: the others count as soon as they are there, so nobody publishes them unseen. */
    private static final String KEEP = "keep";

    private final TrainingOptions options;
    private final WorkWindow window;
    private final PrintStream out;
    private final Optional<ModelPublisher> publisher;

    Training(TrainingOptions options, WorkWindow window, PrintStream out) {
        this.options = options;
        this.window = window;
        this.out = out;
        publisher = options.publish().map(folder -> new ModelPublisher(folder, options.inUse()));
    }

    /** How many files were written. */
    int run(List<TrainingNight> nights) {
        int heldOutCount =
                Math.min(
                        nights.size() - 1,
                        options.heldOut().orElse(Math.ceilDiv(nights.size(), ONE_IN)));
        List<TrainingNight> train = nights.subList(0, nights.size() - heldOutCount);
        List<TrainingNight> heldOut = nights.subList(train.size(), nights.size());
        out.printf(
                Locale.ROOT,
                "nights to learn from: %d; the last, to score on: %d%n",
                train.size(),
                heldOut.size());
        write(new HistoryFolder(options.out()), demand(nights, train, heldOut));
        var trainer =
                new ModelTrainer(
                        options.region(),
                        options.product(),
                        train.getFirst().businessDate(),
                        train.getLast().businessDate(),
                        train.size());
        int written = 1;
        ModelTrainer.Result keep =
                trainer.keep(
                        publisher.map(one -> one.next(KEEP)).orElseGet(() -> version(KEEP)),
                        all(train, TrainingNight::kept),
                        all(heldOut, TrainingNight::kept));
        written += write(keep);
        written +=
                write(
                        trainer.eta(
                                version("eta"),
                                all(train, TrainingNight::ways),
                                all(heldOut, TrainingNight::ways)));
        written +=
                write(
                        trainer.refusal(
                                version("refusal"),
                                all(train, TrainingNight::refused),
                                all(heldOut, TrainingNight::refused)));
        publisher.ifPresent(
                one -> keep.model().map(one::publish).ifPresent(line -> out.println("  " + line)));
        return written;
    }

    /** Scored without the held-out nights; what is written has learned from them too, since a forecast wants the latest. */
    private DemandHistory demand(
            List<TrainingNight> nights, List<TrainingNight> train, List<TrainingNight> heldOut) {
        DemandHistory history = history(nights);
        out.printf(
                Locale.ROOT,
                "demand-history: %d nights, %,.1f calls a night in %,d cells%s%n",
                history.nights(),
                history.total(),
                history.cells().size(),
                heldOut.isEmpty()
                        ? "; no night to score on"
                        : "; " + DemandScore.of(history(train), history(heldOut)));
        return history;
    }

    private DemandHistory history(List<TrainingNight> nights) {
        var trainer = new DemandHistoryTrainer(window);
        for (TrainingNight night : nights) {
            trainer.learn(
                    night.businessDate(),
                    night.calls().stream()
                            .map(call -> new PastCall(call.time(), call.origin()))
                            .toList());
        }
        return trainer.history(options.region(), options.product());
    }

    private int write(ModelTrainer.Result result) {
        out.println(result.line());
        result.model().ifPresent(model -> write(fileName(model), ModelFileWriter.write(model)));
        return result.model().isPresent() ? 1 : 0;
    }

    private void write(HistoryFolder folder, DemandHistory history) {
        try {
            Files.createDirectories(options.out());
            out.println("  written: " + folder.write(history));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(options.out());
            Path file = AtomicFiles.write(options.out().resolve(name), text);
            out.println("  written: " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelVersion version(String name) {
        return new ModelVersion(name, options.version());
    }

    private static String fileName(ModelFile model) {
        return model.model().name() + "." + model.model().version() + ".model";
    }

    private static <T> List<T> all(
            List<TrainingNight> nights, Function<TrainingNight, List<T>> part) {
        return nights.stream().flatMap(night -> part.apply(night).stream()).toList();
    }
}
