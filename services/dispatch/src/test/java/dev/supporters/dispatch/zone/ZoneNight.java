package dev.supporters.dispatch.zone;

import dev.supporters.contract.Position;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.dispatch.zone.ZonePlan.Cell;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Plans one after the other, a minute apart, each from the one before. Each is made twice, and must come out the same. */
final class ZoneNight {

    static final DemandCells GRID = new DemandCells();

    private static final Position GANGNAM = new Position(37.4979, 127.0276);
    private static final Position HONGDAE = new Position(37.5563, 126.9236);

    private ZoneRules rules = new ZoneRules(true, .5, .35, 2, Duration.ofMinutes(10));
    private Instant time = Instant.parse("2026-11-20T12:00:00Z");
    private ZonePlan last = ZonePlan.NONE;

    long center() {
        return GRID.cell(GANGNAM);
    }

    long neighbour() {
        return neighbourOf(center());
    }

    long far() {
        return GRID.cell(HONGDAE);
    }

    long neighbourOf(long cell) {
        return neighbours(cell).getFirst();
    }

    static SortedSet<Long> neighbours(long cell) {
        SortedSet<Long> neighbours = new TreeSet<>(GRID.withNeighbours(cell));
        neighbours.remove(cell);
        return neighbours;
    }

    ZoneNight under(ZoneRules others) {
        rules = others;
        return this;
    }

    /** So long after the plan before; the next plan is at this time. */
    ZoneNight after(Duration duration) {
        time = last.time().plus(duration);
        return this;
    }

    ZonePlan plan(Map<Long, Double> demand) {
        ZoneInputs inputs = new ZoneInputs(time, rules, "test", new TreeMap<>(demand), last);
        last = new ZonePlanner(GRID).plan(inputs);
        if (!new ZonePlanner(GRID).plan(inputs).equals(last)) {
            throw new AssertionError("the same inputs gave another plan");
        }
        time = time.plus(Duration.ofMinutes(1));
        return last;
    }

    Collection<Instant> closeTimes(ZonePlan plan) {
        return plan.cells().values().stream()
                .map(Cell::closeTime)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
