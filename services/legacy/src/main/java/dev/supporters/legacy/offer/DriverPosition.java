package dev.supporters.legacy.offer;

/** Where something is, in degrees. */
public record DriverPosition(double lat, double lng) {

    private static final double EARTH_RADIUS_METERS = 6_371_008.8;

    /** Metres as the crow flies. */
    public double metersTo(DriverPosition other) {
        double dLat = Math.toRadians(other.lat - lat);
        double dLng = Math.toRadians(other.lng - lng);
        double a =
                Math.pow(Math.sin(dLat / 2), 2)
                        + Math.cos(Math.toRadians(lat))
                                * Math.cos(Math.toRadians(other.lat))
                                * Math.pow(Math.sin(dLng / 2), 2);
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(a)));
    }

    /** Says nothing, so that no position gets into a log. */
    @Override
    public String toString() {
        return "Position[…]";
    }
}
