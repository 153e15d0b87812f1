package dev.supporters.dispatch.move;

/** The probability that at least so many calls come, if so many are expected. */
final class PoissonTail {

    /** Above this the distribution is as good as normal, and exp(-λ) leaves the range of double. */
    private static final double NORMAL_FROM = 500;

    private PoissonTail() {}

    /** P(Poisson(λ) ≥ k), linear between whole k; 1 for k of 0 or less. */
    static double atLeast(double expected, double calls) {
        if (calls <= 0) {
            return 1;
        }
        if (expected <= 0) {
            return Math.max(0, 1 - calls);
        }
        if (expected > NORMAL_FROM) {
            return normal((calls - expected - .5) / StrictMath.sqrt(expected));
        }
        int whole = (int) calls;
        double term = StrictMath.exp(-expected);
        double below = 0;
        for (int k = 0; k < whole && below < 1; k++) {
            below += term;
            term *= expected / (k + 1);
        }
        return Math.clamp(1 - below - (calls - whole) * term, 0, 1);
    }

    /** P(standard normal ≥ z), by the logistic curve that is nearest to it. */
    private static double normal(double z) {
        return 1 / (1 + StrictMath.exp(1.702 * z));
    }
}
