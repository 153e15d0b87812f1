package dev.supporters.mlgateway.travel;

/** A place on the earth, in degrees (WGS 84). */
public record Position(double lat, double lng) {

    private static final double EARTH_RADIUS_METERS = 6_371_008.8;

    /** Along the great circle. */
    public double metersTo(Position other) {
        double south = Math.toRadians(lat);
        double north = Math.toRadians(other.lat);
        double halfLat = Math.sin((north - south) / 2);
        double halfLng = Math.sin(Math.toRadians(other.lng - lng) / 2);
        double chord = halfLat * halfLat + Math.cos(south) * Math.cos(north) * halfLng * halfLng;
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
