package dev.supporters.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the cells where most points lie. */
public final class HotSpots {

    private static final double CELL_KM = .8;

    private HotSpots() {}

    /** The densest cells, the densest first; each stands for the points in it. */
    public static List<Cluster> densest(List<Point> points, int most) {
        if (points.isEmpty()) {
            return List.of();
        }
        Point corner = Box.around(points, 0).southWest();
        Map<Long, List<Point>> cells = new TreeMap<>();
        for (Point point : points) {
            cells.computeIfAbsent(cell(corner, point), key -> new ArrayList<>()).add(point);
        }
        return cells.values().stream()
                .sorted(Comparator.comparingInt((List<Point> inside) -> inside.size()).reversed())
                .limit(most)
                .map(HotSpots::cluster)
                .toList();
    }

    private static long cell(Point corner, Point point) {
        long north = (long) (Geo.km(corner, new Point(point.lat(), corner.lng())) / CELL_KM);
        long east = (long) (Geo.km(corner, new Point(corner.lat(), point.lng())) / CELL_KM);
        return north * 1_000_000 + east;
    }

    private static Cluster cluster(List<Point> inside) {
        double lat = inside.stream().mapToDouble(Point::lat).average().orElseThrow();
        double lng = inside.stream().mapToDouble(Point::lng).average().orElseThrow();
        return new Cluster(new Point(lat, lng), inside.size(), CELL_KM / 2);
    }
}
