package dev.supporters.simulation;

import dev.supporters.contract.Position;

import java.util.Collection;

/** A rectangle on the map; its edges belong to it. */
public record Box(Position southWest, Position northEast) {

    /** The smallest box around the points, with a margin on each side. */
    public static Box around(Collection<Position> points, double marginDegrees) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("points: none (expected: at least 1)");
        }
        double south = points.stream().mapToDouble(Position::lat).min().orElseThrow();
        double north = points.stream().mapToDouble(Position::lat).max().orElseThrow();
        double west = points.stream().mapToDouble(Position::lng).min().orElseThrow();
        double east = points.stream().mapToDouble(Position::lng).max().orElseThrow();
        return new Box(
                new Position(
                        Math.max(-90, south - marginDegrees), Math.max(-180, west - marginDegrees)),
                new Position(
                        Math.min(90, north + marginDegrees), Math.min(180, east + marginDegrees)));
    }

    public boolean contains(Position point) {
        return point.lat() >= southWest.lat()
                && point.lat() <= northEast.lat()
                && point.lng() >= southWest.lng()
                && point.lng() <= northEast.lng();
    }

    public Position center() {
        return CityGeometry.between(southWest, northEast, .5);
    }

    /** The point itself, or the nearest one inside. */
    public Position nearest(Position point) {
        return new Position(
                Math.clamp(point.lat(), southWest.lat(), northEast.lat()),
                Math.clamp(point.lng(), southWest.lng(), northEast.lng()));
    }
}
