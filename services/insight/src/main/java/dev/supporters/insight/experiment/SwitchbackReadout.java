package dev.supporters.insight.experiment;

import dev.supporters.insight.experiment.BlockCounts.BlockDifference;

import java.util.List;
import java.util.Optional;

/**
 * What an experiment says: the mean difference of its blocks, weighted, with a confidence interval from how much the blocks differ. The
 * blocks are the units, not the calls, because calls of an interval are alike; so the interval is honest about nights that are good or
 * bad as a whole.
 *
 * @param blocks how many
 * @param difference of the treatment's rate minus the control's
 * @param standardError of the difference
 */
public record SwitchbackReadout(int blocks, double difference, double standardError) {

    private static final int LEAST_BLOCKS = 2;

    /** Quantiles of the normal distribution: of the interval that is told, 95 %, and of the one that decides, 98 %. */
    private static final double TOLD = 1.959964;

    private static final double DECIDES = 2.326348;

    /** Empty while fewer than two blocks have calls of both arms. */
    public static Optional<SwitchbackReadout> of(BlockCounts counts) {
        List<BlockDifference> blocks = counts.differences();
        if (blocks.size() < LEAST_BLOCKS) {
            return Optional.empty();
        }
        double weights = blocks.stream().mapToDouble(BlockDifference::weight).sum();
        double mean =
                blocks.stream().mapToDouble(block -> block.weight() * block.difference()).sum()
                        / weights;
        double squares =
                blocks.stream()
                        .mapToDouble(block -> square(block.weight() * (block.difference() - mean)))
                        .sum();
        double variance = squares / square(weights) * blocks.size() / (blocks.size() - 1);
        return Optional.of(new SwitchbackReadout(blocks.size(), mean, Math.sqrt(variance)));
    }

    /** The lower end of the 95 % confidence interval of an experiment that is read once, at its end. */
    public double lower() {
        return difference - quantile(TOLD) * standardError;
    }

    /** The upper end. */
    public double upper() {
        return difference + quantile(TOLD) * standardError;
    }

    /**
     * Whether the arms differ. A wider interval decides, 98 %, so that a difference is claimed in fewer than 5 % of the experiments without
     * one, also with few blocks.
     */
    public boolean differs() {
        return Math.abs(difference) > quantile(DECIDES) * standardError;
    }

    /** Of Student's t, by the expansion of Cornish and Fisher; of .975 off by less than .01 from five degrees of freedom on. */
    private double quantile(double z) {
        double degrees = blocks - 1.0;
        double z3 = z * z * z;
        double z5 = z3 * z * z;
        double z7 = z5 * z * z;
        return z
                + (z3 + z) / (4 * degrees)
                + (5 * z5 + 16 * z3 + 3 * z) / (96 * square(degrees))
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees * square(degrees));
    }

    private static double square(double value) {
        return value * value;
    }
}
