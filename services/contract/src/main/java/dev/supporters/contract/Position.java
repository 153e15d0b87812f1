package dev.supporters.contract;

import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.common.v1.Point;

/**
 * A point on the earth that is calculated with.
 *
 * @param lat degrees (WGS 84), -90 to 90
 * @param lng degrees (WGS 84), -180 to 180
 */
public record Position(double lat, double lng) {

    /** The mean radius of the earth (IUGG 1980, R1), in meters. */
    public static final double EARTH_RADIUS_METERS = 6_371_008.8;

    private static final double MOST_LAT = 90;
    private static final double MOST_LNG = 180;

    public Position {
        Require.within(lat, "lat", -MOST_LAT, MOST_LAT);
        Require.within(lng, "lng", -MOST_LNG, MOST_LNG);
    }

    /** Whether there is such a point. */
    public static boolean onEarth(double lat, double lng) {
        return Math.abs(lat) <= MOST_LAT && Math.abs(lng) <= MOST_LNG;
    }

    public static Position of(Point point) {
        return new Position(point.getLat(), point.getLng());
    }

    public Point toProto() {
        return Point.newBuilder().setLat(lat).setLng(lng).build();
    }

    /** The distance along the great circle. */
    public double metersTo(Position other) {
        double south = Math.toRadians(lat);
        double north = Math.toRadians(other.lat);
        double halfLat = Math.sin((north - south) / 2);
        double halfLng = Math.sin(Math.toRadians(other.lng - lng) / 2);
        double chord = halfLat * halfLat + Math.cos(south) * Math.cos(north) * halfLng * halfLng;
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    /** Says nothing, so that no position gets into a log. */
    @Override
    public String toString() {
        return "Position[…]";
    }
}
