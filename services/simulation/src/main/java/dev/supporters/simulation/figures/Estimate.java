package dev.supporters.simulation.figures;

/**
 * A mean over nights and half the width of its 95 % confidence interval (Student's t).
 *
 * @param halfWidth not a number if one night is all there is
 */
public record Estimate(double mean, double halfWidth) {

    /** Quantiles .975 of Student's t by degrees of freedom, from 1. */
    private static final double[] QUANTILES = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
        2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
        2.052, 2.048, 2.045, 2.042
    };

    private static final double NORMAL = 1.96;

    public static Estimate of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        int degrees = values.length - 1;
        if (degrees < 1) {
            return new Estimate(mean, Double.NaN);
        }
        double quantile = degrees <= QUANTILES.length ? QUANTILES[degrees - 1] : NORMAL;
        return new Estimate(mean, quantile * Math.sqrt(squares / degrees / values.length));
    }
}
