package dev.supporters.dispatch.assignment;

/** How long a drive in the customer's car takes, from its metres by road: the middle of the night model. */
public final class DriveEstimate {

    private static final double LEAST_KMH = 26;
    private static final double MOST_MORE_KMH = 26;
    private static final double KMH_PER_KM = .9;
    private static final double START_SECONDS = 120;

    private DriveEstimate() {}

    /** Whole seconds; 0 for a drive whose length is not known. */
    public static int seconds(int roadMeters) {
        if (roadMeters <= 0) {
            return 0;
        }
        double km = roadMeters / 1000.0;
        double kmh = LEAST_KMH + Math.min(MOST_MORE_KMH, KMH_PER_KM * km);
        return (int) Math.ceil(START_SECONDS + 3600 * km / kmh);
    }
}
