package dev.supporters.simulation;

import dev.supporters.contract.Position;
import dev.supporters.simulation.NightFile.LeftOut;
import dev.supporters.simulation.NightFileRows.Row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Leaves out rows whose places cannot be: devices without a fix say 0/0, and slips of a digit are far away. */
record NightFilePlaces(Position center, List<Row> rows) {

    private static final double FAR_KM = 250;
    private static final double ZERO_DEGREES = .05;

    /** No city is nearer to the poles. */
    private static final double SOUTHERNMOST = -60;

    private static final double NORTHERNMOST = 75;

    /** Counts what it leaves out. */
    static NightFilePlaces of(String file, List<Row> rows, Map<LeftOut, Integer> leftOut) {
        List<Row> somewhere =
                rows.stream()
                        .filter(row -> !isZero(row.origin()) && !isZero(row.destination()))
                        .toList();
        count(leftOut, LeftOut.AT_ZERO, rows.size() - somewhere.size());
        if (somewhere.isEmpty()) {
            throw noneLeft(file, rows.size(), leftOut);
        }
        Position center =
                new Position(
                        median(somewhere, row -> row.origin().lat()),
                        median(somewhere, row -> row.origin().lng()));
        refuseSwapped(file, somewhere.getFirst(), center);
        List<Row> near =
                somewhere.stream()
                        .filter(row -> isNear(row.origin(), center))
                        .filter(row -> isNear(row.destination(), center))
                        .toList();
        count(leftOut, LeftOut.FAR_AWAY, somewhere.size() - near.size());
        if (near.isEmpty()) {
            throw noneLeft(file, rows.size(), leftOut);
        }
        return new NightFilePlaces(center, near);
    }

    private static boolean isZero(Position point) {
        return Math.abs(point.lat()) < ZERO_DEGREES && Math.abs(point.lng()) < ZERO_DEGREES;
    }

    private static boolean isNear(Position point, Position center) {
        return CityGeometry.km(point, center) <= FAR_KM;
    }

    private static double median(List<Row> rows, ToDoubleFunction<Row> degrees) {
        return rows.stream().mapToDouble(degrees).sorted().toArray()[rows.size() / 2];
    }

    private static void refuseSwapped(String file, Row first, Position center) {
        Optional<City> city =
                Math.abs(center.lng()) <= 90 && City.near(center, City.NEAR_KM).isEmpty()
                        ? City.near(new Position(center.lng(), center.lat()), City.NEAR_KM)
                        : Optional.empty();
        boolean polar = center.lat() < SOUTHERNMOST || center.lat() > NORTHERNMOST;
        if (city.isPresent() || polar) {
            throw NightFileException.at(
                            file,
                            first.line(),
                            "origin_lat",
                            Double.toString(first.origin().lat()),
                            "the latitude of a city, from -60 to 75")
                    .withHint(
                            "are latitude and longitude swapped?"
                                    + city.map(c -> " The other way round it is near " + c.name())
                                            .orElse(""));
        }
    }

    static void count(Map<LeftOut, Integer> leftOut, LeftOut reason, int rows) {
        if (rows > 0) {
            leftOut.put(reason, rows);
        }
    }

    static NightFileException noneLeft(String file, int rows, Map<LeftOut, Integer> leftOut) {
        return NightFileException.unplayable(
                file,
                NightFile.counted(rows, "row") + ", left out: " + NightFile.leftOut(leftOut),
                "at least one call that can be played");
    }
}
