package dev.supporters.work.begin;

import dev.supporters.platform.refusal.Require;

/** Where a driver stands, in degrees (WGS 84). */
public record Position(double lat, double lng) {

    public Position {
        Require.within(lat, "location.lat", -90, 90);
        Require.within(lng, "location.lng", -180, 180);
    }

    /** It goes into no log. */
    @Override
    public String toString() {
        return "a position";
    }
}
