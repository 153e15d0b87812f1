package dev.supporters.routing.ranking;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.supporters.routing.geo.Position;
import dev.supporters.routing.supporter.FreeSupporter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Who is there first without a car, reckoned from the straight line: on foot, by what runs near, or by what runs far. It is what
 * {@code nearest@1} of mlgateway reckons, for when that one fails; the same table of values is tested on both sides.
 */
public final class StraightLineEstimate {

    public static final String MODEL = "nearest@1-local";

    private static final double ROAD_PER_STRAIGHT = 1.3;
    private static final double WALK_KMH = 5;
    private static final double NEAR_WAIT_SECONDS = 3 * 60;
    private static final double NEAR_KMH = 13;
    private static final double NEAR_KMH_AFTER_MIDNIGHT = 11;
    private static final double FAR_WAIT_SECONDS = 12 * 60;
    private static final double FAR_KMH = 22;
    private static final double FAR_KMH_AFTER_MIDNIGHT = 15;
    private static final int FIRST_LINES = 6;

    private StraightLineEstimate() {}

    public static List<Ranked> rank(
            List<FreeSupporter> candidates, Position origin, boolean afterMidnight) {
        return candidates.stream()
                .map(candidate -> {
                    double seconds = seconds(candidate.position().metersTo(origin), afterMidnight);
                    return new Ranked(candidate, (int) Math.ceil(seconds), -seconds);
                })
                .sorted(
                        comparingDouble(Ranked::score)
                                .reversed()
                                .thenComparing(comparing(Ranked::driverId)))
                .toList();
    }

    public static double seconds(double straightMeters, boolean afterMidnight) {
        double road = straightMeters * ROAD_PER_STRAIGHT;
        double walk = road / speed(WALK_KMH);
        double near = NEAR_WAIT_SECONDS + road / speed(near(afterMidnight));
        double far = FAR_WAIT_SECONDS + road / speed(far(afterMidnight));
        return Math.min(walk, Math.min(near, far));
    }

    /** How far away, on the straight line, a supporter may be who is there in time. */
    public static double reachMeters(Duration within, boolean afterMidnight) {
        double seconds = within.toMillis() / 1e3;
        double walk = seconds * speed(WALK_KMH);
        double near = (seconds - NEAR_WAIT_SECONDS) * speed(near(afterMidnight));
        double far = (seconds - FAR_WAIT_SECONDS) * speed(far(afterMidnight));
        return Math.max(walk, Math.max(near, far)) / ROAD_PER_STRAIGHT;
    }

    /** From 00:00 local time until the first lines run in the morning. */
    public static boolean afterMidnight(Instant now, ZoneId zone) {
        return now.atZone(zone).getHour() < FIRST_LINES;
    }

    private static double near(boolean afterMidnight) {
        return afterMidnight ? NEAR_KMH_AFTER_MIDNIGHT : NEAR_KMH;
    }

    private static double far(boolean afterMidnight) {
        return afterMidnight ? FAR_KMH_AFTER_MIDNIGHT : FAR_KMH;
    }

    private static double speed(double kmh) {
        return kmh / 3.6;
    }
}
