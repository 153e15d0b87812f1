package dev.supporters.contract;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.Point;

/**
 * The rectangle in which a region lies; its edges belong to it. It has an area and does not cross the 180th meridian.
 *
 * @param south degrees (WGS 84)
 * @param west degrees (WGS 84)
 * @param north degrees (WGS 84)
 * @param east degrees (WGS 84)
 */
public record RegionBounds(double south, double west, double north, double east) {

    private static final double MOST_LAT = 90;
    private static final double MOST_LNG = 180;

    public RegionBounds {
        Require.within(south, "bounds.south_west.lat", -MOST_LAT, MOST_LAT);
        Require.within(west, "bounds.south_west.lng", -MOST_LNG, MOST_LNG);
        Require.within(north, "bounds.north_east.lat", -MOST_LAT, MOST_LAT);
        Require.within(east, "bounds.north_east.lng", -MOST_LNG, MOST_LNG);
        if (south >= north) {
            throw Refusal.invalid(
                    "bounds.north_east.lat", north, "more than south_west.lat " + south);
        }
        if (west >= east) {
            throw Refusal.invalid(
                    "bounds.north_east.lng", east, "more than south_west.lng " + west);
        }
    }

    public static RegionBounds of(Box box) {
        return new RegionBounds(
                box.getSouthWest().getLat(),
                box.getSouthWest().getLng(),
                box.getNorthEast().getLat(),
                box.getNorthEast().getLng());
    }

    public Box toProto() {
        return Box.newBuilder()
                .setSouthWest(Point.newBuilder().setLat(south).setLng(west))
                .setNorthEast(Point.newBuilder().setLat(north).setLng(east))
                .build();
    }

    public boolean contains(Position position) {
        return position.lat() >= south
                && position.lat() <= north
                && position.lng() >= west
                && position.lng() <= east;
    }

    /** Proportional to the area on the sphere; for comparing regions. */
    double relativeArea() {
        return (Math.sin(Math.toRadians(north)) - Math.sin(Math.toRadians(south))) * (east - west);
    }
}
