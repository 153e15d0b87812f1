package dev.supporters.dispatch.forecast;

import java.util.Arrays;

/** Points in squares as wide as the kernel reaches, so that a search looks at nine squares only. */
final class PlaceGrid {

    /** How much something counts at a distance: a Gaussian of this width, and nothing below the least. */
    private static final double KERNEL_KM = .75;

    private static final double LEAST_WEIGHT = .02;
    private static final double REACH_KM =
            KERNEL_KM * StrictMath.sqrt(-2 * StrictMath.log(LEAST_WEIGHT));
    private static final double REACH_SQUARED = REACH_KM * REACH_KM;

    /** More squares than this per side are made wider instead. */
    private static final int MOST_SQUARES = 500;

    private final double[] east;
    private final double[] north;
    private final double west;
    private final double south;
    private final double width;
    private final int columns;
    private final int rows;

    /** By square: where its points begin in {@link #points}. */
    private final int[] begins;

    private final int[] points;

    PlaceGrid(double[] east, double[] north) {
        this.east = east;
        this.north = north;
        west = Arrays.stream(east).min().orElse(0);
        south = Arrays.stream(north).min().orElse(0);
        double eastMost = Arrays.stream(east).max().orElse(0);
        double northMost = Arrays.stream(north).max().orElse(0);
        double widest = Math.max(eastMost - west, northMost - south);
        width = Math.max(REACH_KM, widest / MOST_SQUARES);
        columns = (int) ((eastMost - west) / width) + 1;
        rows = (int) ((northMost - south) / width) + 1;
        begins = new int[columns * rows + 1];
        for (int point = 0; point < east.length; point++) {
            begins[square(point) + 1]++;
        }
        for (int square = 0; square < columns * rows; square++) {
            begins[square + 1] += begins[square];
        }
        points = new int[east.length];
        int[] next = begins.clone();
        for (int point = 0; point < east.length; point++) {
            points[next[square(point)]++] = point;
        }
    }

    private int square(int point) {
        return (int) ((north[point] - south) / width) * columns
                + (int) ((east[point] - west) / width);
    }

    void find(double fromEast, double fromNorth, PlacesAround found) {
        found.clear();
        int column = (int) Math.floor((fromEast - west) / width);
        int row = (int) Math.floor((fromNorth - south) / width);
        int firstColumn = Math.max(0, column - 1);
        int lastColumn = Math.min(columns - 1, column + 1);
        for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
            if (firstColumn > lastColumn) {
                continue;
            }
            int end = begins[r * columns + lastColumn + 1];
            for (int i = begins[r * columns + firstColumn]; i < end; i++) {
                int point = points[i];
                double x = east[point] - fromEast;
                double y = north[point] - fromNorth;
                double squared = x * x + y * y;
                if (squared <= REACH_SQUARED) {
                    found.add(point, StrictMath.exp(squared / (-2 * KERNEL_KM * KERNEL_KM)));
                }
            }
        }
    }
}
