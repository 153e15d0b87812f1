package dev.supporters.simulation;

import dev.supporters.contract.Position;

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
    public static List<Cluster> densest(List<Position> points, int most) {
        if (points.isEmpty()) {
            return List.of();
        }
        Position corner = Box.around(points, 0).southWest();
        Map<Long, List<Position>> cells = new TreeMap<>();
        for (Position point : points) {
            cells.computeIfAbsent(cell(corner, point), key -> new ArrayList<>()).add(point);
        }
        return cells.values().stream()
                .sorted(
                        Comparator.comparingInt((List<Position> inside) -> inside.size())
                                .reversed())
                .limit(most)
                .map(HotSpots::cluster)
                .toList();
    }

    private static long cell(Position corner, Position point) {
        long north =
                (long) (CityGeometry.km(corner, new Position(point.lat(), corner.lng())) / CELL_KM);
        long east =
                (long) (CityGeometry.km(corner, new Position(corner.lat(), point.lng())) / CELL_KM);
        return north * 1_000_000 + east;
    }

    private static Cluster cluster(List<Position> inside) {
        double lat = inside.stream().mapToDouble(Position::lat).average().orElseThrow();
        double lng = inside.stream().mapToDouble(Position::lng).average().orElseThrow();
        return new Cluster(new Position(lat, lng), inside.size(), CELL_KM / 2);
    }
}
