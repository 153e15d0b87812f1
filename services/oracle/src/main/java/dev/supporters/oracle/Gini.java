package dev.supporters.oracle;

import java.util.Arrays;
import java.util.Collection;

/** How unequally something is shared out. */
final class Gini {

    private Gini() {}

    /** 0 if all have the same, nearly 1 if one has all; NaN if nobody has anything. */
    static double of(Collection<Double> shares) {
        double[] sorted = shares.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double sum = Arrays.stream(sorted).sum();
        if (sum == 0) {
            return Double.NaN;
        }
        double weighted = 0;
        for (int i = 0; i < sorted.length; i++) {
            weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
        }
        return weighted / (sorted.length * sum);
    }
}
