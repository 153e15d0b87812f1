package dev.supporters.dispatch.forecast;

import dev.supporters.contract.Position;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Histories for tests: so many calls a night at each position, evenly over four hours. */
public final class Histories {

    private static final int BINS = 24;

    private Histories() {}

    public static DemandHistory of(Map<Position, Double> calls) {
        DemandCells cells = new DemandCells();
        List<DemandHistory.Cell> learned =
                calls.entrySet().stream()
                        .map(entry ->
                                new DemandHistory.Cell(
                                        cells.cell(entry.getKey()),
                                        entry.getKey(),
                                        Collections.nCopies(BINS, entry.getValue() / BINS)))
                        .sorted((one, other) -> Long.compare(one.number(), other.number()))
                        .toList();
        return new DemandHistory(
                "seoul",
                "DRIVER",
                ZoneId.of("Asia/Seoul"),
                LocalTime.of(21, 0),
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2026, 10, 31),
                60,
                BINS,
                learned);
    }
}
