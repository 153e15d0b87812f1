package dev.supporters.simulation;

import java.util.Collection;

/** A rectangle on the map; its edges belong to it. */
public record Box(Point southWest, Point northEast) {

    /** The smallest box around the points, with a margin on each side. */
    public static Box around(Collection<Point> points, double marginDegrees) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("points: none (expected: at least 1)");
        }
        double south = points.stream().mapToDouble(Point::lat).min().orElseThrow();
        double north = points.stream().mapToDouble(Point::lat).max().orElseThrow();
        double west = points.stream().mapToDouble(Point::lng).min().orElseThrow();
        double east = points.stream().mapToDouble(Point::lng).max().orElseThrow();
        return new Box(
                new Point(
                        Math.max(-90, south - marginDegrees), Math.max(-180, west - marginDegrees)),
                new Point(
                        Math.min(90, north + marginDegrees), Math.min(180, east + marginDegrees)));
    }

    public boolean contains(Point point) {
        return point.lat() >= southWest.lat()
                && point.lat() <= northEast.lat()
                && point.lng() >= southWest.lng()
                && point.lng() <= northEast.lng();
    }

    public Point center() {
        return Geo.between(southWest, northEast, .5);
    }

    /** The point itself, or the nearest one inside. */
    public Point nearest(Point point) {
        return new Point(
                Math.clamp(point.lat(), southWest.lat(), northEast.lat()),
                Math.clamp(point.lng(), southWest.lng(), northEast.lng()));
    }
}
