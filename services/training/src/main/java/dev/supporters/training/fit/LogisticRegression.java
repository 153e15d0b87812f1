package dev.supporters.training.fit;

import static java.util.Comparator.comparingInt;

import dev.supporters.dispatch.model.ModelFeature;
import dev.supporters.dispatch.model.ModelFile.Offset;
import dev.supporters.dispatch.model.ModelFile.Weight;
import dev.supporters.dispatch.model.ModelInput;
import dev.supporters.dispatch.model.ModelInput.Area;
import dev.supporters.training.fit.ModelTrainer.Observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Weights of features, and then an offset for each area with enough observations, by Newton's method. Both are held near 0 by a little, so
 * that few observations do not say much.
 */
final class LogisticRegression {

    static final List<ModelFeature> FEATURES =
            List.of(
                    ModelFeature.LOG_ETA_MINUTES,
                    ModelFeature.ETA_MINUTES,
                    ModelFeature.WAIT_MINUTES,
                    ModelFeature.HOURS_AFTER_NOON);

    private static final double RIDGE = 1;
    private static final double RIDGE_OF_AREA = 20;
    private static final int LEAST_OF_AREA = 100;
    private static final int MOST_STEPS = 50;
    private static final double SMALL = 1e-9;

    private LogisticRegression() {}

    record Fit(double intercept, List<Weight> weights, List<Offset> offsets) {

        double probability(ModelInput input) {
            double sum = intercept;
            for (Weight weight : weights) {
                sum += weight.value() * weight.feature().of(input);
            }
            for (Offset offset : offsets) {
                sum += offset.area().equals(input.area()) ? offset.value() : 0;
            }
            return sigmoid(sum);
        }
    }

    static Fit fit(List<Observation> observations) {
        double[] means = means(observations);
        double[] beta = weights(observations, means);
        List<Weight> weights = new ArrayList<>();
        double intercept = beta[0];
        for (int i = 0; i < FEATURES.size(); i++) {
            weights.add(new Weight(FEATURES.get(i), beta[i + 1]));
            intercept -= beta[i + 1] * means[i];
        }
        var fit = new Fit(intercept, List.copyOf(weights), List.of());
        return new Fit(intercept, fit.weights(), offsets(fit, observations));
    }

    static double sigmoid(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }

    private static double[] means(List<Observation> observations) {
        var means = new double[FEATURES.size()];
        for (Observation observation : observations) {
            for (int i = 0; i < means.length; i++) {
                means[i] += FEATURES.get(i).of(observation.input()) / observations.size();
            }
        }
        return means;
    }

    private static double[] weights(List<Observation> observations, double[] means) {
        int size = FEATURES.size() + 1;
        var beta = new double[size];
        for (int step = 0; step < MOST_STEPS; step++) {
            var gradient = new double[size];
            var hessian = new double[size][size];
            for (Observation observation : observations) {
                double[] x = features(observation.input(), means);
                double p = sigmoid(product(beta, x));
                double error = (observation.happened() ? 1 : 0) - p;
                for (int i = 0; i < size; i++) {
                    gradient[i] += error * x[i];
                    for (int j = 0; j < size; j++) {
                        hessian[i][j] += p * (1 - p) * x[i] * x[j];
                    }
                }
            }
            for (int i = 0; i < size; i++) {
                gradient[i] -= RIDGE * beta[i];
                hessian[i][i] += RIDGE;
            }
            if (!moved(beta, LinearEquations.solve(hessian, gradient))) {
                return beta;
            }
        }
        return beta;
    }

    private static boolean moved(double[] beta, double[] step) {
        double most = 0;
        for (int i = 0; i < beta.length; i++) {
            beta[i] += step[i];
            most = Math.max(most, Math.abs(step[i]));
        }
        return most > SMALL;
    }

    private static double[] features(ModelInput input, double[] means) {
        var x = new double[means.length + 1];
        x[0] = 1;
        for (int i = 0; i < means.length; i++) {
            x[i + 1] = FEATURES.get(i).of(input) - means[i];
        }
        return x;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static List<Offset> offsets(Fit fit, List<Observation> observations) {
        Map<Area, List<Observation>> byArea =
                new TreeMap<>(comparingInt(Area::lat).thenComparingInt(Area::lng));
        for (Observation observation : observations) {
            byArea.computeIfAbsent(observation.input().area(), area -> new ArrayList<>())
                    .add(observation);
        }
        List<Offset> offsets = new ArrayList<>();
        byArea.forEach((area, found) -> {
            if (found.size() >= LEAST_OF_AREA) {
                offsets.add(new Offset(area, offset(fit, found)));
            }
        });
        return List.copyOf(offsets);
    }

    private static double offset(Fit fit, List<Observation> observations) {
        double[] sums =
                observations.stream()
                        .mapToDouble(observation -> {
                            double p = fit.probability(observation.input());
                            return Math.log(p / (1 - p));
                        })
                        .toArray();
        double offset = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double gradient = -RIDGE_OF_AREA * offset;
            double curvature = RIDGE_OF_AREA;
            for (int i = 0; i < sums.length; i++) {
                double p = sigmoid(sums[i] + offset);
                gradient += (observations.get(i).happened() ? 1 : 0) - p;
                curvature += p * (1 - p);
            }
            offset += gradient / curvature;
        }
        return offset;
    }
}
