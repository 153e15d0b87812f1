package dev.supporters.simulation;

import dev.supporters.contract.Position;

/** Plane geometry that is good enough within a city. */
public final class CityGeometry {

    private static final double KM_PER_DEGREE = Math.toRadians(Position.EARTH_RADIUS_METERS) / 1000;

    private CityGeometry() {}

    /** Straight kilometres. */
    public static double km(Position from, Position to) {
        return from.metersTo(to) / 1000;
    }

    public static Position moved(Position from, double northKm, double eastKm) {
        double lat = from.lat() + northKm / KM_PER_DEGREE;
        double lng = from.lng() + eastKm / (KM_PER_DEGREE * shrink(from.lat()));
        return new Position(
                rounded(Math.clamp(lat, -90, 90)), rounded(Math.IEEEremainder(lng, 360)));
    }

    /** The point at a share of the straight way: 0 is from, 1 is to. */
    public static Position between(Position from, Position to, double share) {
        double part = Math.clamp(share, 0, 1);
        return new Position(
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
