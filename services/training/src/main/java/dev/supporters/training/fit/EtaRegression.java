package dev.supporters.training.fit;

import dev.supporters.dispatch.model.ModelFeature;
import dev.supporters.dispatch.model.ModelFile.Weight;
import dev.supporters.training.fit.ModelTrainer.EtaObservation;

import java.util.ArrayList;
import java.util.List;

/** The logarithm of actual over expected minutes as a sum of weighted features: least squares, held near 0 by a little. */
final class EtaRegression {

    private static final List<ModelFeature> FEATURES =
            List.of(ModelFeature.LOG_ETA_MINUTES, ModelFeature.HOURS_AFTER_NOON);
    private static final double RIDGE = 1;

    private EtaRegression() {}

    record Fit(double intercept, List<Weight> weights) {}

    static Fit fit(List<EtaObservation> observations) {
        int size = FEATURES.size() + 1;
        var matrix = new double[size][size];
        var right = new double[size];
        for (EtaObservation observation : observations) {
            double[] x = features(observation);
            double y = Math.log(observation.actualMinutes() / observation.input().etaMinutes());
            for (int i = 0; i < size; i++) {
                right[i] += x[i] * y;
                for (int j = 0; j < size; j++) {
                    matrix[i][j] += x[i] * x[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            matrix[i][i] += RIDGE;
        }
        double[] beta = LinearEquations.solve(matrix, right);
        List<Weight> weights = new ArrayList<>();
        for (int i = 0; i < FEATURES.size(); i++) {
            weights.add(new Weight(FEATURES.get(i), beta[i + 1]));
        }
        return new Fit(beta[0], List.copyOf(weights));
    }

    private static double[] features(EtaObservation observation) {
        var x = new double[FEATURES.size() + 1];
        x[0] = 1;
        for (int i = 0; i < FEATURES.size(); i++) {
            x[i + 1] = FEATURES.get(i).of(observation.input());
        }
        return x;
    }
}
