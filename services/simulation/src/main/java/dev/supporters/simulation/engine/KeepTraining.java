package dev.supporters.simulation.engine;

import dev.supporters.simulation.CustomerPlan;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Learns from the customers of past nights how probably a customer keeps a drive with an ETA: a logistic curve over minutes. */
final class KeepTraining {

    private static final int LONGEST_MINUTES = 30;
    private static final int ROUNDS = 25;
    private static final double LEAST_DETERMINANT = 1e-6;

    private KeepTraining() {}

    /** By seconds to the pickup. */
    static DoubleUnaryOperator learn(List<CustomerPlan> customers) {
        if (customers.isEmpty()) {
            return seconds -> 1;
        }
        double[] kept = new double[LONGEST_MINUTES + 1];
        for (CustomerPlan customer : customers) {
            for (int minutes = 0; minutes <= LONGEST_MINUTES; minutes++) {
                kept[minutes] +=
                        customer.cancelsOn(Duration.ofMinutes(minutes)) ? 0 : 1.0;
            }
        }
        double intercept = 0;
        double slope = 0;
        for (int round = 0; round < ROUNDS; round++) { // Newton's method
            double gradient0 = 0;
            double gradient1 = 0;
            double h00 = 0;
            double h01 = 0;
            double h11 = 0;
            for (int minutes = 0; minutes <= LONGEST_MINUTES; minutes++) {
                double p = logistic(intercept + slope * minutes);
                double miss = kept[minutes] / customers.size() - p;
                double weight = p * (1 - p);
                gradient0 += miss;
                gradient1 += miss * minutes;
                h00 += weight;
                h01 += weight * minutes;
                h11 += weight * minutes * minutes;
            }
            double determinant = h00 * h11 - h01 * h01;
            if (!(determinant > LEAST_DETERMINANT)) { // all keep it, or nobody
                break;
            }
            intercept += (h11 * gradient0 - h01 * gradient1) / determinant;
            slope += (h00 * gradient1 - h01 * gradient0) / determinant;
        }
        double a = intercept;
        double b = slope / 60;
        return seconds -> logistic(a + b * seconds);
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
