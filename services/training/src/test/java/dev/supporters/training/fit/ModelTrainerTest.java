package dev.supporters.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.dispatch.model.EtaCorrection;
import dev.supporters.dispatch.model.KeepProbability;
import dev.supporters.dispatch.model.ModelFile;
import dev.supporters.dispatch.model.ModelFileReader;
import dev.supporters.dispatch.model.ModelFileWriter;
import dev.supporters.dispatch.model.ModelInput;
import dev.supporters.dispatch.model.ModelVersion;
import dev.supporters.training.fit.ModelTrainer.EtaObservation;
import dev.supporters.training.fit.ModelTrainer.Observation;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class ModelTrainerTest {

    private static final ModelVersion KEEP = new ModelVersion("keep", 1);
    private static final ModelInput.Area HERE = new ModelInput.Area(750, 2540);
    private static final ModelInput.Area THERE = new ModelInput.Area(751, 2540);

    private final ModelTrainer trainer =
            new ModelTrainer(
                    "seoul",
                    "DRIVER",
                    LocalDate.parse("2026-10-01"),
                    LocalDate.parse("2026-10-20"),
                    16);

    @Test
    void findsTheProbabilityThatObservationsWereDrawnWith() {
        // When
        ModelTrainer.Result result = trainer.keep(KEEP, drawn(20_000, 1), drawn(5_000, 2));

        // Then
        KeepProbability keep = KeepProbability.of(result.model().orElseThrow());
        for (double eta : new double[] {3, 8, 14, 22}) {
            assertThat(keep.of(new ModelInput(eta, 1, 10, HERE)))
                    .isCloseTo(truth(eta, HERE), within(.04));
            assertThat(keep.of(new ModelInput(eta, 1, 10, THERE)))
                    .isCloseTo(truth(eta, THERE), within(.04));
        }
        assertThat(result.line()).startsWith("keep@1 (keep-probability): 20,000 observations, ");
    }

    @Test
    void scoresOnWhatItHasNotSeenAndBeatsAConstant() {
        List<Observation> heldOut = drawn(5_000, 2);
        ModelFile model = trainer.keep(KEEP, drawn(20_000, 1), heldOut).model().orElseThrow();
        Scores perfect =
                Scores.of(heldOut, seen -> truth(seen.input().etaMinutes(), seen.input().area()));
        Scores constant = Scores.of(heldOut, seen -> .85);

        assertThat(model.scores().get("log-loss"))
                .isLessThan(constant.logLoss())
                .isCloseTo(perfect.logLoss(), within(.01));
        assertThat(model.scores().get("brier")).isCloseTo(perfect.brier(), within(.005));
        assertThat(model.scores().get("auc")).isCloseTo(perfect.auc(), within(.01));
    }

    @Test
    void writesAFileThatIsReadAsItWas() {
        ModelFile model = trainer.keep(KEEP, drawn(5_000, 1), drawn(100, 2)).model().orElseThrow();

        assertThat(ModelFileReader.read(ModelFileWriter.write(model)).file()).isEqualTo(model);
    }

    @Test
    void saysWhyThereIsNoModel() {
        List<Observation> allKept =
                drawn(1_000, 1).stream().map(seen -> new Observation(seen.input(), true)).toList();

        assertThat(trainer.keep(KEEP, drawn(100, 1), drawn(10, 2)).line())
                .isEqualTo(
                        "keep@1: not trained: 100 observations, 10 held out (expected: at least 200 with 20 of each outcome, and 1 held out)");
        assertThat(trainer.keep(KEEP, allKept, allKept).model()).isEmpty();
        assertThat(trainer.keep(KEEP, drawn(1_000, 1), List.of()).model()).isEmpty();
        assertThat(trainer.eta(new ModelVersion("eta", 1), List.of(), List.of()).line())
                .isEqualTo(
                        "eta@1: not trained: 0 observations, 0 held out (expected: at least 200 and 1 held out)");
    }

    @Test
    void correctsWaysThatTakeAQuarterLonger() {
        ModelTrainer.Result result =
                trainer.eta(new ModelVersion("eta", 1), ways(2_000, 1), ways(500, 2));

        EtaCorrection correction = EtaCorrection.of(result.model().orElseThrow());
        assertThat(correction.factor(new ModelInput(10, 0, 10, HERE))).isCloseTo(1.25, within(.02));
        assertThat(result.line()).startsWith("eta@1 (eta-correction): 2,000 ways, held out 500");
    }

    @Test
    void calibratesByGroupsThatRise() {
        List<IsotonicCalibration.Outcome> outcomes = new ArrayList<>();
        var random = new Random(5);
        for (int i = 0; i < 4_000; i++) {
            double raw = random.nextDouble();
            outcomes.add(new IsotonicCalibration.Outcome(raw, random.nextDouble() < raw * raw));
        }

        List<ModelFile.Knot> knots = IsotonicCalibration.knots(outcomes);

        assertThat(knots)
                .isSortedAccordingTo((a, b) -> Double.compare(a.y(), b.y()))
                .allSatisfy(
                        knot -> assertThat(knot.y()).isCloseTo(knot.x() * knot.x(), within(.1)));
        assertThat(IsotonicCalibration.knots(outcomes.subList(0, 60))).isEmpty();
    }

    @Test
    void ranksByAucWithTiesInTheMiddle() {
        List<Observation> both =
                List.of(
                        new Observation(new ModelInput(1, 0, 9, HERE), true),
                        new Observation(new ModelInput(2, 0, 9, HERE), false));

        assertThat(Scores.of(both, seen -> .5).auc()).isEqualTo(.5);
        assertThat(Scores.of(both, seen -> 1 / (1 + seen.input().etaMinutes())).auc()).isEqualTo(1);
        assertThat(Scores.of(both, seen -> seen.input().etaMinutes() / 9).auc()).isZero();
    }

    private static List<Observation> drawn(int count, long seed) {
        var random = new Random(seed);
        List<Observation> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double eta = 1 + 24 * random.nextDouble();
            ModelInput.Area area = random.nextBoolean() ? HERE : THERE;
            var input =
                    new ModelInput(eta, 2 * random.nextDouble(), 9 + 4 * random.nextDouble(), area);
            drawn.add(new Observation(input, random.nextDouble() < truth(eta, area)));
        }
        return drawn;
    }

    private static double truth(double eta, ModelInput.Area area) {
        return LogisticRegression.sigmoid(7 - 2 * Math.log(eta) + (area.equals(THERE) ? -.8 : 0));
    }

    private static List<EtaObservation> ways(int count, long seed) {
        var random = new Random(seed);
        List<EtaObservation> ways = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double eta = 2 + 18 * random.nextDouble();
            ways.add(
                    new EtaObservation(
                            new ModelInput(eta, 0, 9 + 4 * random.nextDouble(), HERE),
                            eta * 1.25 * Math.exp(.1 * random.nextGaussian())));
        }
        return ways;
    }
}
