package dev.supporters.training.fit;

import dev.supporters.dispatch.model.EtaCorrection;
import dev.supporters.dispatch.model.KeepProbability;
import dev.supporters.dispatch.model.ModelFile;
import dev.supporters.dispatch.model.ModelInput;
import dev.supporters.dispatch.model.ModelKind;
import dev.supporters.dispatch.model.ModelVersion;
import dev.supporters.dispatch.model.RefusalProbability;
import dev.supporters.training.fit.IsotonicCalibration.Outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Trains models on some nights and scores them on others. */
public final class ModelTrainer {

    private static final int LEAST_OBSERVATIONS = 200;
    private static final int LEAST_OF_EACH = 20;

    private final String region;
    private final String product;
    private final LocalDate first;
    private final LocalDate last;
    private final int nights;

    /** For a model of these nights, the business dates of the first and last, and their number. */
    public ModelTrainer(
            String region, String product, LocalDate first, LocalDate last, int nights) {
        this.region = region;
        this.product = product;
        this.first = first;
        this.last = last;
        this.nights = nights;
    }

    /** A model and how it compares, or why there is none. */
    public record Result(Optional<ModelFile> model, String line) {}

    public Result keep(ModelVersion version, List<Observation> train, List<Observation> heldOut) {
        return probability(
                version,
                ModelKind.KEEP_PROBABILITY,
                train,
                heldOut,
                file -> {
                    KeepProbability keep = KeepProbability.of(file);
                    return observation -> keep.of(observation.input());
                });
    }

    public Result refusal(
            ModelVersion version, List<Observation> train, List<Observation> heldOut) {
        return probability(
                version,
                ModelKind.REFUSAL,
                train,
                heldOut,
                file -> {
                    RefusalProbability refusal = RefusalProbability.of(file);
                    return observation -> refusal.of(observation.input());
                });
    }

    public Result eta(
            ModelVersion version, List<EtaObservation> train, List<EtaObservation> heldOut) {
        if (train.size() < LEAST_OBSERVATIONS || heldOut.isEmpty()) {
            return none(
                    version, train.size(), heldOut.size(), LEAST_OBSERVATIONS + " and 1 held out");
        }
        EtaRegression.Fit fit = EtaRegression.fit(train);
        ModelFile file =
                new ModelFile(
                        version,
                        ModelKind.ETA_CORRECTION,
                        region,
                        product,
                        first,
                        last,
                        nights,
                        train.size(),
                        Map.of("mae", 0.0),
                        fit.intercept(),
                        fit.weights(),
                        List.of(),
                        List.of());
        EtaCorrection correction = EtaCorrection.of(file);
        double before = meanError(heldOut, way -> way.input().etaMinutes());
        double after =
                meanError(
                        heldOut, way -> way.input().etaMinutes() * correction.factor(way.input()));
        return new Result(
                Optional.of(scored(file, Map.of("mae", after))),
                String.format(
                        Locale.ROOT,
                        "%s (%s): %,d ways, held out %,d: mean error %.2f min, uncorrected %.2f min",
                        version,
                        ModelKind.ETA_CORRECTION.text(),
                        train.size(),
                        heldOut.size(),
                        after,
                        before));
    }

    /** What calculates a file's probability of an observation. */
    private interface ProbabilityReader {
        ToDoubleFunction<Observation> of(ModelFile file);
    }

    private Result probability(
            ModelVersion version,
            ModelKind kind,
            List<Observation> train,
            List<Observation> heldOut,
            ProbabilityReader reader) {
        long happened = train.stream().filter(Observation::happened).count();
        if (train.size() < LEAST_OBSERVATIONS
                || happened < LEAST_OF_EACH
                || train.size() - happened < LEAST_OF_EACH
                || heldOut.isEmpty()) {
            return none(
                    version,
                    train.size(),
                    heldOut.size(),
                    LEAST_OBSERVATIONS
                            + " with "
                            + LEAST_OF_EACH
                            + " of each outcome, and 1 held out");
        }
        LogisticRegression.Fit fit = LogisticRegression.fit(train);
        List<Outcome> outcomes =
                train.stream()
                        .map(seen -> new Outcome(fit.probability(seen.input()), seen.happened()))
                        .toList();
        ModelFile file =
                new ModelFile(
                        version,
                        kind,
                        region,
                        product,
                        first,
                        last,
                        nights,
                        train.size(),
                        Map.of("log-loss", 0.0, "brier", 0.0, "auc", 0.0),
                        fit.intercept(),
                        fit.weights(),
                        fit.offsets(),
                        IsotonicCalibration.knots(outcomes));
        Scores scores = Scores.of(heldOut, reader.of(file));
        double share = (double) happened / train.size();
        Scores constant = Scores.of(heldOut, observation -> share);
        return new Result(
                Optional.of(
                        scored(
                                file,
                                Map.of(
                                        "log-loss", scores.logLoss(),
                                        "brier", scores.brier(),
                                        "auc", scores.auc()))),
                String.format(
                        Locale.ROOT,
                        "%s (%s): %,d observations, %.1f %% happened, held out %,d: log-loss %.4f (a constant: %.4f), Brier %.4f (%.4f), AUC %.3f",
                        version,
                        kind.text(),
                        train.size(),
                        100 * share,
                        heldOut.size(),
                        scores.logLoss(),
                        constant.logLoss(),
                        scores.brier(),
                        constant.brier(),
                        scores.auc()));
    }

    private static double meanError(
            List<EtaObservation> ways, ToDoubleFunction<EtaObservation> expected) {
        return ways.stream()
                .mapToDouble(way -> Math.abs(way.actualMinutes() - expected.applyAsDouble(way)))
                .average()
                .orElseThrow();
    }

    private static Result none(ModelVersion version, int train, int heldOut, String expected) {
        return new Result(
                Optional.empty(),
                String.format(
                        Locale.ROOT,
                        "%s: not trained: %,d observations, %,d held out (expected: at least %s)",
                        version,
                        train,
                        heldOut,
                        expected));
    }

    private static ModelFile scored(ModelFile file, Map<String, Double> scores) {
        return new ModelFile(
                file.model(),
                file.kind(),
                file.region(),
                file.product(),
                file.firstNight(),
                file.lastNight(),
                file.nights(),
                file.rows(),
                scores,
                file.intercept(),
                file.weights(),
                file.offsets(),
                file.knots());
    }

    /**
     * What happened once.
     *
     * @param happened whether the customer kept the drive, or the supporter refused
     */
    public record Observation(ModelInput input, boolean happened) {}

    /**
     * A way to a customer: what was expected, and how long it took.
     *
     * @param input with the ETA that was expected
     */
    public record EtaObservation(ModelInput input, double actualMinutes) {}
}
