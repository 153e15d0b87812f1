package dev.supporters.contract;

import java.time.Duration;

/**
 * How long somebody without a car needs in a city at night: on foot, by lines that run near, or by lines that run far, whichever is
 * fastest. After midnight fewer lines run. The numbers are those of the night model; there each way varies by 15 %, here is the
 * middle.
 *
 * @param roadFactor meters of road for one meter of straight line
 * @param walkKmh speed on foot
 * @param near lines that run near
 * @param far lines that run far
 */
public record TravelWithoutCar(double roadFactor, double walkKmh, Lines near, Lines far) {

    public static final TravelWithoutCar STANDARD =
            new TravelWithoutCar(
                    1.3,
                    5,
                    new Lines(Duration.ofMinutes(3), 13, 11),
                    new Lines(Duration.ofMinutes(12), 22, 15));

    /**
     * Lines of one kind.
     *
     * @param access until one sits in it
     * @param kmh speed before midnight
     * @param lateKmh speed after midnight
     */
    public record Lines(Duration access, double kmh, double lateKmh) {

        double seconds(double roadMeters, boolean afterMidnight) {
            return access.toMillis() / 1000.0
                    + roadMeters / metersPerSecond(afterMidnight ? lateKmh : kmh);
        }

        double roadMeters(double seconds, boolean afterMidnight) {
            return Math.max(0, seconds - access.toMillis() / 1000.0)
                    * metersPerSecond(afterMidnight ? lateKmh : kmh);
        }
    }

    /** Expected seconds for a straight distance. */
    public double seconds(double straightMeters, boolean afterMidnight) {
        double road = straightMeters * roadFactor;
        double walk = road / metersPerSecond(walkKmh);
        return Math.min(
                walk,
                Math.min(near.seconds(road, afterMidnight), far.seconds(road, afterMidnight)));
    }

    /** The longest straight distance that a time is enough for. */
    public double reachMeters(Duration time, boolean afterMidnight) {
        double seconds = time.toMillis() / 1000.0;
        double walk = seconds * metersPerSecond(walkKmh);
        double ride =
                Math.max(
                        near.roadMeters(seconds, afterMidnight),
                        far.roadMeters(seconds, afterMidnight));
        return Math.max(walk, ride) / roadFactor;
    }

    private static double metersPerSecond(double kmh) {
        return kmh / 3.6;
    }
}
