package dev.supporters.routing.policy;

import dev.supporters.routing.geo.Position;

/** A rectangle on the map; its edges belong to it. */
public record Region(double south, double west, double north, double east) {

    public boolean holds(Position position) {
        return position.lat() >= south
                && position.lat() <= north
                && position.lng() >= west
                && position.lng() <= east;
    }

    /** Proportional to the area on the sphere. */
    double size() {
        return (Math.sin(Math.toRadians(north)) - Math.sin(Math.toRadians(south))) * (east - west);
    }
}
