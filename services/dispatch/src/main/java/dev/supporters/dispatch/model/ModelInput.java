package dev.supporters.dispatch.model;

import dev.supporters.contract.Position;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a model is asked about.
 *
 * @param etaMinutes expected minutes to the customer
 * @param waitMinutes minutes since the customer asked
 * @param hoursAfterNoon hours since the last noon in the region's time
 * @param area where the customer waits
 */
public record ModelInput(double etaMinutes, double waitMinutes, double hoursAfterNoon, Area area) {

    private static final double SECONDS_OF_A_MINUTE = 60;
    private static final double SECONDS_OF_AN_HOUR = 3_600;
    private static final int NOON = 12 * 3_600;
    private static final int DAY = 24 * 3_600;

    /** A square of the map, in steps of a twentieth of a degree; in Seoul 5.6 km by 4.4 km. */
    public record Area(int lat, int lng) {

        private static final double STEPS_OF_A_DEGREE = 20;

        public static Area of(Position position) {
            return new Area(
                    (int) Math.floor(position.lat() * STEPS_OF_A_DEGREE),
                    (int) Math.floor(position.lng() * STEPS_OF_A_DEGREE));
        }
    }

    public static double hoursAfterNoon(Instant time, ZoneId zone) {
        int second = time.atZone(zone).toLocalTime().toSecondOfDay();
        return Math.floorMod(second - NOON, DAY) / SECONDS_OF_AN_HOUR;
    }

    public static double minutes(Duration duration) {
        return duration.toMillis() / 1000.0 / SECONDS_OF_A_MINUTE;
    }

    /** The same with another ETA. */
    public ModelInput withEtaSeconds(double seconds) {
        return new ModelInput(seconds / SECONDS_OF_A_MINUTE, waitMinutes, hoursAfterNoon, area);
    }
}
