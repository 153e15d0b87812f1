package dev.supporters.mlgateway.travel;

/**
 * How long somebody without a car needs in a city at night: on foot, or by what runs near, or by what runs far; whichever is
 * fastest. After midnight fewer lines run. The night model scatters this by ±15 %; here is the middle of it, without chance.
 *
 * <p>Routing has the same estimate for when this service fails; the same table of values is tested on both sides.
 */
public final class TravelWithoutCar {

    private static final double ROAD_PER_STRAIGHT = 1.3;
    private static final double WALK_KMH = 5;
    private static final double NEAR_WAIT_SECONDS = 3 * 60;
    private static final double NEAR_KMH = 13;
    private static final double NEAR_KMH_AFTER_MIDNIGHT = 11;
    private static final double FAR_WAIT_SECONDS = 12 * 60;
    private static final double FAR_KMH = 22;
    private static final double FAR_KMH_AFTER_MIDNIGHT = 15;

    private TravelWithoutCar() {}

    public static double seconds(double straightMeters, boolean afterMidnight) {
        double road = straightMeters * ROAD_PER_STRAIGHT;
        double walk = ride(road, WALK_KMH);
        double near =
                NEAR_WAIT_SECONDS + ride(road, afterMidnight ? NEAR_KMH_AFTER_MIDNIGHT : NEAR_KMH);
        double far =
                FAR_WAIT_SECONDS + ride(road, afterMidnight ? FAR_KMH_AFTER_MIDNIGHT : FAR_KMH);
        return Math.min(walk, Math.min(near, far));
    }

    private static double ride(double meters, double kmh) {
        return meters / (kmh / 3.6);
    }
}
