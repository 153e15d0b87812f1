package dev.supporters.work.begin;

/** Where a region lies; the edges belong to it. */
public record Bounds(double south, double west, double north, double east) {

    boolean hold(Position position) {
        return position.lat() >= south
                && position.lat() <= north
                && position.lng() >= west
                && position.lng() <= east;
    }
}
