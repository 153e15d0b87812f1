package dev.supporters.policy.book;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;

/** Where a region lies: a rectangle with an inside, which does not cross the 180th meridian. */
public record Bounds(double south, double west, double north, double east) {

    private static final double MOST_LAT = 90;
    private static final double MOST_LNG = 180;

    public Bounds {
        Require.within(south, "bounds.south_west.lat", -MOST_LAT, MOST_LAT);
        Require.within(west, "bounds.south_west.lng", -MOST_LNG, MOST_LNG);
        Require.within(north, "bounds.north_east.lat", -MOST_LAT, MOST_LAT);
        Require.within(east, "bounds.north_east.lng", -MOST_LNG, MOST_LNG);
        if (south >= north) {
            throw Refusal.invalid(
                    "bounds.north_east.lat", north, "more than south_west.lat " + south);
        }
        if (west >= east) {
            throw Refusal.invalid(
                    "bounds.north_east.lng", east, "more than south_west.lng " + west);
        }
    }
}
