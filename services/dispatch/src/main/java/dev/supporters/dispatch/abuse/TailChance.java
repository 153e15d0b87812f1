package dev.supporters.dispatch.abuse;

/** The chance that something unusual, or more unusual, comes about with usual rates. Exact sums of positive terms, also far out. */
final class TailChance {

    private static final double NEGLIGIBLE = 1e-17;

    private TailChance() {}

    /** That at least so many of the trials happen, each with its own probability. */
    static double atLeastOf(double[] probabilities, int happened) {
        double[] chances = new double[probabilities.length + 1];
        chances[0] = 1;
        for (int trial = 0; trial < probabilities.length; trial++) {
            double p = Math.clamp(probabilities[trial], 0, 1);
            for (int k = trial + 1; k > 0; k--) {
                chances[k] = chances[k] * (1 - p) + chances[k - 1] * p;
            }
            chances[0] *= 1 - p;
        }
        double sum = 0;
        for (int k = chances.length - 1; k >= happened; k--) {
            sum += chances[k];
        }
        return Math.min(1, sum);
    }

    /** That at least so many come if so many are expected, by Poisson. */
    static double atLeast(double expected, int happened) {
        if (happened <= 0) {
            return 1;
        }
        if (happened <= expected) {
            return 1 - atMost(expected, happened - 1);
        }
        double sum = 0;
        double term = poisson(expected, happened);
        for (int k = happened; term > sum * NEGLIGIBLE; k++) {
            sum += term;
            term *= expected / (k + 1);
        }
        return Math.min(1, sum);
    }

    /** That at most so many come if so many are expected, by Poisson. */
    static double atMost(double expected, int happened) {
        double sum = 0;
        for (int k = 0; k <= happened; k++) {
            sum += poisson(expected, k);
        }
        return Math.min(1, sum);
    }

    private static double poisson(double expected, int k) {
        if (expected <= 0) {
            return k == 0 ? 1 : 0;
        }
        double log = k * StrictMath.log(expected) - expected;
        for (int i = 2; i <= k; i++) {
            log -= StrictMath.log(i);
        }
        return StrictMath.exp(log);
    }
}
