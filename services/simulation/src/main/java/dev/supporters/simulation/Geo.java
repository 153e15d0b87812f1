package dev.supporters.simulation;

/** Plane geometry that is good enough within a city. */
public final class Geo {

    private static final double KM_PER_DEGREE = 111.195;

    private Geo() {}

    /** Straight kilometres. */
    public static double km(Point from, Point to) {
        double north = (to.lat() - from.lat()) * KM_PER_DEGREE;
        double east = (to.lng() - from.lng()) * KM_PER_DEGREE * shrink((from.lat() + to.lat()) / 2);
        return Math.hypot(north, east);
    }

    public static Point moved(Point from, double northKm, double eastKm) {
        double lat = from.lat() + northKm / KM_PER_DEGREE;
        double lng = from.lng() + eastKm / (KM_PER_DEGREE * shrink(from.lat()));
        return new Point(rounded(lat), rounded(lng));
    }

    /** The point at a share of the straight way: 0 is from, 1 is to. */
    public static Point between(Point from, Point to, double share) {
        double part = Math.clamp(share, 0, 1);
        return new Point(
                rounded(from.lat() + (to.lat() - from.lat()) * part),
                rounded(from.lng() + (to.lng() - from.lng()) * part));
    }

    private static double shrink(double lat) {
        return Math.cos(Math.toRadians(lat));
    }

    /** Six decimals are 11 cm: what a map gives. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
