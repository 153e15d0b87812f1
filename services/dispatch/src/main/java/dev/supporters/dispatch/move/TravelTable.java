package dev.supporters.dispatch.move;

import dev.supporters.contract.TravelWithoutCar;

/** Expected seconds without a car by straight distance: a table, because a plan asks hundreds of thousands of times. */
public final class TravelTable {

    private static final double STEP_KM = .05;
    private static final int STEPS = 1200;

    private final double[] seconds = new double[STEPS + 1];

    public TravelTable(TravelWithoutCar travel, boolean afterMidnight) {
        for (int step = 0; step <= STEPS; step++) {
            seconds[step] = travel.seconds(step * STEP_KM * 1000, afterMidnight);
        }
    }

    /** Linear between steps of 50 m, and beyond the last one. */
    public double seconds(double straightKm) {
        double position = straightKm / STEP_KM;
        int step = Math.min(STEPS - 1, (int) position);
        return seconds[step] + (position - step) * (seconds[step + 1] - seconds[step]);
    }
}
