package dev.supporters.mlgateway;

import dev.supporters.dispatch.model.ModelFeature;
import dev.supporters.dispatch.model.ModelFile;
import dev.supporters.dispatch.model.ModelFileWriter;
import dev.supporters.dispatch.model.ModelKind;
import dev.supporters.dispatch.model.ModelVersion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Model files for tests. */
public final class TrainedModels {

    private TrainedModels() {}

    /** A customer keeps 20 minutes with even odds, less with a higher slope. */
    public static ModelFile keep(int version, double slope) {
        return model(
                new ModelVersion("keep", version),
                ModelKind.KEEP_PROBABILITY,
                "seoul",
                slope * Math.log(20),
                -slope);
    }

    /** All ways take twice as long. */
    public static ModelFile twiceAsLong() {
        return model(new ModelVersion("eta", 1), ModelKind.ETA_CORRECTION, "seoul", Math.log(2), 0);
    }

    /** One in two is refused. */
    public static ModelFile halfRefused() {
        return model(new ModelVersion("refusal", 4), ModelKind.REFUSAL, "seoul", 0, 0);
    }

    public static ModelFile model(
            ModelVersion version, ModelKind kind, String region, double intercept, double slope) {
        return new ModelFile(
                version,
                kind,
                region,
                "DRIVER",
                LocalDate.parse("2026-10-01"),
                LocalDate.parse("2026-10-20"),
                16,
                25_000,
                kind == ModelKind.ETA_CORRECTION
                        ? Map.of("mae", 1.5)
                        : Map.of("log-loss", .2, "brier", .06, "auc", .8),
                intercept,
                List.of(new ModelFile.Weight(ModelFeature.LOG_ETA_MINUTES, slope)),
                List.of(),
                List.of());
    }

    /** Writes the file as its name has to be. */
    /** Whole at once, as a file is put that others look for. */
    static Path write(Path folder, String name, String text) throws IOException {
        Path hidden = Files.writeString(folder.resolve("." + name), text);
        return Files.move(hidden, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    public static Path write(Path folder, ModelFile model) {
        try {
            return write(
                    folder,
                    model.model().name() + "." + model.model().version() + ".model",
                    ModelFileWriter.write(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
