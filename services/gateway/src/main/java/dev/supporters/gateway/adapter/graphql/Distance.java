package dev.supporters.gateway.adapter.graphql;

/** Distances on the globe. */
final class Distance {

    private static final double EARTH_RADIUS_METERS = 6_371_000;

    private Distance() {}

    /** Metres as the crow flies. */
    static double meters(double lat, double lng, double otherLat, double otherLng) {
        double phi = Math.toRadians(otherLat - lat);
        double lambda = Math.toRadians(otherLng - lng);
        double a =
                Math.pow(Math.sin(phi / 2), 2)
                        + Math.cos(Math.toRadians(lat))
                                * Math.cos(Math.toRadians(otherLat))
                                * Math.pow(Math.sin(lambda / 2), 2);
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.sqrt(a));
    }
}
