package dev.supporters.dispatch.model;

import dev.supporters.dispatch.model.ModelFile.Knot;
import dev.supporters.dispatch.model.ModelFile.Offset;
import dev.supporters.dispatch.model.ModelFile.Weight;
import dev.supporters.dispatch.model.ModelInput.Area;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Models for tests. */
final class ModelFiles {

    static final Area AREA = new Area(750, 2540);

    private ModelFiles() {}

    static ModelFile keep() {
        return new ModelFile(
                new ModelVersion("keep", 1),
                ModelKind.KEEP_PROBABILITY,
                "seoul",
                "DRIVER",
                LocalDate.parse("2026-10-01"),
                LocalDate.parse("2026-10-20"),
                16,
                25_000,
                Map.of("log-loss", .25, "brier", .07, "auc", .81),
                8,
                List.of(
                        new Weight(ModelFeature.LOG_ETA_MINUTES, -2.5),
                        new Weight(ModelFeature.WAIT_MINUTES, -.1),
                        new Weight(ModelFeature.HOURS_AFTER_NOON, .02)),
                List.of(new Offset(AREA, -.3)),
                List.of(new Knot(.1, .05), new Knot(.5, .45), new Knot(.9, .97)));
    }

    static ModelFile etaCorrection(double intercept) {
        ModelFile keep = keep();
        return new ModelFile(
                new ModelVersion("eta", 3),
                ModelKind.ETA_CORRECTION,
                keep.region(),
                keep.product(),
                keep.firstNight(),
                keep.lastNight(),
                keep.nights(),
                keep.rows(),
                Map.of("mae", 1.7),
                intercept,
                List.of(new Weight(ModelFeature.LOG_ETA_MINUTES, .05)),
                List.of(),
                List.of());
    }
}
