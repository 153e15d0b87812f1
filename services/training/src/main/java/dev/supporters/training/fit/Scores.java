package dev.supporters.training.fit;

import dev.supporters.training.fit.ModelTrainer.Observation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How good probabilities are.
 *
 * @param logLoss the mean of -ln of what was said of what happened; 0 is perfect
 * @param brier the mean square of the distance to what happened; 0 is perfect
 * @param auc how often one that happened has a higher probability than one that did not; .5 is luck, 1 is perfect
 */
public record Scores(double logLoss, double brier, double auc) {

    private static final double LEAST = 1e-12;

    public static Scores of(
            List<Observation> observations, ToDoubleFunction<Observation> probability) {
        double logLoss = 0;
        double brier = 0;
        var said = new Said[observations.size()];
        for (int i = 0; i < said.length; i++) {
            Observation observation = observations.get(i);
            double p = Math.clamp(probability.applyAsDouble(observation), LEAST, 1 - LEAST);
            logLoss -= Math.log(observation.happened() ? p : 1 - p) / said.length;
            brier += Math.pow((observation.happened() ? 1 : 0) - p, 2) / said.length;
            said[i] = new Said(p, observation.happened());
        }
        return new Scores(logLoss, brier, auc(said));
    }

    private record Said(double p, boolean happened) {}

    /** By the ranks of those that happened; equal probabilities share their rank. */
    private static double auc(Said[] said) {
        Arrays.sort(said, Comparator.comparingDouble(Said::p));
        double ranks = 0;
        long happened = 0;
        int begin = 0;
        while (begin < said.length) {
            int end = begin;
            while (end < said.length && said[end].p() == said[begin].p()) {
                end++;
            }
            for (int i = begin; i < end; i++) {
                if (said[i].happened()) {
                    ranks += (begin + 1 + end) / 2.0;
                    happened++;
                }
            }
            begin = end;
        }
        double pairs = (double) happened * (said.length - happened);
        return pairs == 0 ? .5 : (ranks - happened * (happened + 1.0) / 2) / pairs;
    }
}
