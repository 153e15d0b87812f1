package dev.supporters.training.fit;

import static java.util.Comparator.comparingDouble;

import dev.supporters.dispatch.model.ModelFile.Knot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** From raw to calibrated probabilities: means of equally large groups, made to rise by pooling neighbours that do not. */
final class IsotonicCalibration {

    private static final int GROUPS = 20;
    private static final int LEAST_OF_GROUP = 50;

    private IsotonicCalibration() {}

    /** A raw probability, and what happened. */
    record Outcome(double raw, boolean happened) {}

    private record PooledBlock(double x, double y, int count) {

        PooledBlock with(PooledBlock other) {
            int both = count + other.count;
            return new PooledBlock(
                    (x * count + other.x * other.count) / both,
                    (y * count + other.y * other.count) / both,
                    both);
        }
    }

    /** No knots where there are too few observations for a calibration. */
    static List<Knot> knots(List<Outcome> outcomes) {
        Outcome[] sorted =
                outcomes.stream().sorted(comparingDouble(Outcome::raw)).toArray(Outcome[]::new);
        int groups = Math.min(GROUPS, sorted.length / LEAST_OF_GROUP);
        Deque<PooledBlock> blocks = new ArrayDeque<>();
        for (int group = 0; group < groups; group++) {
            int from = (int) ((long) sorted.length * group / groups);
            int to = (int) ((long) sorted.length * (group + 1) / groups);
            PooledBlock block = block(Arrays.copyOfRange(sorted, from, to));
            while (!blocks.isEmpty()
                    && (blocks.getLast().y() >= block.y() || blocks.getLast().x() >= block.x())) {
                block = blocks.removeLast().with(block);
            }
            blocks.addLast(block);
        }
        List<Knot> knots = new ArrayList<>();
        blocks.forEach(block -> knots.add(new Knot(block.x(), block.y())));
        return knots.size() < 2 ? List.of() : List.copyOf(knots);
    }

    /** The share of those that happened, with one of each more: no probability is 0 or 1. */
    private static PooledBlock block(Outcome[] outcomes) {
        double raw = Arrays.stream(outcomes).mapToDouble(Outcome::raw).average().orElseThrow();
        long happened = Arrays.stream(outcomes).filter(Outcome::happened).count();
        return new PooledBlock(raw, (happened + 1.0) / (outcomes.length + 2), outcomes.length);
    }
}
