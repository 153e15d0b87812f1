package dev.supporters.dispatch.forecast;

import dev.supporters.contract.Position;

/** Positions as kilometres east and north of a centre: a plane that is good enough within a city. */
public final class LocalProjection {

    private static final double KM_PER_DEGREE = Math.toRadians(Position.EARTH_RADIUS_METERS) / 1000;

    private final Position center;
    private final double kmPerDegreeEast;

    public LocalProjection(Position center) {
        this.center = center;
        this.kmPerDegreeEast = KM_PER_DEGREE * StrictMath.cos(Math.toRadians(center.lat()));
    }

    public double east(Position position) {
        return Math.IEEEremainder(position.lng() - center.lng(), 360) * kmPerDegreeEast;
    }

    public double north(Position position) {
        return (position.lat() - center.lat()) * KM_PER_DEGREE;
    }
}
