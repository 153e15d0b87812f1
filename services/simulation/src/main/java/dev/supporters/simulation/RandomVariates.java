package dev.supporters.simulation;

import dev.supporters.contract.Position;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Draws from the distributions of the night model. */
public final class RandomVariates {

    private RandomVariates() {}

    public static double lognormal(SplittableRandom random, double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    public static Duration lognormalMinutes(SplittableRandom random, double median, double sigma) {
        return minutes(lognormal(random, median, sigma));
    }

    public static boolean happens(SplittableRandom random, double probability) {
        return random.nextDouble() < probability;
    }

    public static double between(SplittableRandom random, double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    public static Duration minutes(double minutes) {
        return Duration.ofMillis(Math.round(minutes * 60_000));
    }

    public static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    /** One of the items, by weight. */
    public static <T> T weighted(
            SplittableRandom random, List<T> items, ToDoubleFunction<T> weight) {
        double[] sums = new double[items.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += Math.max(0, weight.applyAsDouble(items.get(i)));
            sums[i] = sum;
        }
        double drawn = random.nextDouble() * sum;
        for (int i = 0; i < sums.length; i++) {
            if (drawn < sums[i]) {
                return items.get(i);
            }
        }
        return items.getLast();
    }

    /** A place of the cluster. */
    public static Position of(SplittableRandom random, Cluster cluster) {
        return CityGeometry.moved(
                cluster.center(),
                cluster.sigmaKm() * random.nextGaussian(),
                cluster.sigmaKm() * random.nextGaussian());
    }
}
