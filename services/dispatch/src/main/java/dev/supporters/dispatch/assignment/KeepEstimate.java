package dev.supporters.dispatch.assignment;

/**
 * How probably a customer keeps a drive, by its ETA alone: half of the customers accept 25 minutes. It is the middle of the night
 * model, for where no trained model answers.
 */
public final class KeepEstimate {

    private static final double MEDIAN_SECONDS = 25 * 60;

    /** Of the logistic curve over the logarithm of the ETA that is nearest to a lognormal one with sigma .45. */
    private static final double STEEPNESS = 1.702 / .45;

    private KeepEstimate() {}

    /** From 1, for who is there already, down to 0. The same bits on every machine. */
    public static double probability(double etaSeconds) {
        return etaSeconds <= 0
                ? 1
                : 1 / (1 + StrictMath.pow(etaSeconds / MEDIAN_SECONDS, STEEPNESS));
    }
}
