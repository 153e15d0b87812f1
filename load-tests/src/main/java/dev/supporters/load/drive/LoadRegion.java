package dev.supporters.load.drive;

import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.Point;

import java.util.SplittableRandom;

/** Where the load takes place: 11 by 14 km of Seoul. Within 20 minutes' way of a call are some thirty of 200 supporters. */
public final class LoadRegion {

    public static final String NAME = "load-tests";

    private static final double SOUTH = 37.48;
    private static final double NORTH = 37.58;
    private static final double WEST = 126.92;
    private static final double EAST = 127.08;

    private LoadRegion() {}

    public static Box box() {
        return Box.newBuilder()
                .setSouthWest(Point.newBuilder().setLat(SOUTH).setLng(WEST))
                .setNorthEast(Point.newBuilder().setLat(NORTH).setLng(EAST))
                .build();
    }

    /** Anywhere in it. */
    public static Point point(SplittableRandom random) {
        return Point.newBuilder()
                .setLat(random.nextDouble(SOUTH, NORTH))
                .setLng(random.nextDouble(WEST, EAST))
                .build();
    }
}
