package dev.supporters.dispatch.zone;

import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.dispatch.zone.ZonePlan.Basis;
import dev.supporters.dispatch.zone.ZonePlan.Cell;
import dev.supporters.dispatch.zone.ZonePlan.ClosedCell;
import dev.supporters.dispatch.zone.ZonePlan.Zone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Plans the zones of a region. A cell opens at one threshold and stays open down to a lower one, if enough open cells are connected
 * with it. A cell that may not stay open is warned first, and closes when its warning is over; to open again it must reach the upper
 * threshold. Where no zones can be planned the region applies, and the plan says why.
 */
public final class ZonePlanner {

    /** What a message of the topic can have. */
    public static final int MAX_CELLS = 4_000;

    private static final Duration CLOSED_KEPT = Duration.ofHours(12);

    private final DemandCells grid;
    private final ConnectedCells connections;

    public ZonePlanner(DemandCells grid) {
        this.grid = grid;
        connections = new ConnectedCells(grid);
    }

    public ZonePlan plan(ZoneInputs inputs) {
        Optional<Basis> impossible = impossible(inputs);
        if (impossible.isPresent()) {
            return region(inputs, impossible.get());
        }
        SortedMap<Long, Double> smoothed = smoothed(inputs.demand());
        SortedMap<Long, Cell> active = active(inputs, smoothed);
        if (active.isEmpty()) {
            return region(inputs, Basis.NO_CELL_OPEN);
        }
        if (active.size() > MAX_CELLS) {
            return region(inputs, Basis.TOO_MANY_CELLS);
        }
        ZoneNumbers numbers = new ZoneNumbers(inputs.before());
        List<Zone> zones =
                numbers
                        .number(connections.components(new TreeSet<>(active.keySet())))
                        .entrySet()
                        .stream()
                        .map(zone -> zone(zone.getKey(), zone.getValue(), active))
                        .toList();
        return new ZonePlan(
                inputs.time(), Basis.ZONES, zones, closed(inputs, active), numbers.last());
    }

    private static Optional<Basis> impossible(ZoneInputs inputs) {
        if (!inputs.rules().enabled()) {
            return Optional.of(Basis.SWITCHED_OFF);
        }
        if (!inputs.rules().consistent()) {
            return Optional.of(Basis.INVALID_THRESHOLDS);
        }
        if (inputs.demand().isEmpty()) {
            return Optional.of(Basis.NO_FORECAST);
        }
        return inputs.demand().values().stream().allMatch(calls -> calls == 0)
                ? Optional.of(Basis.NO_DEMAND)
                : Optional.empty();
    }

    /** Nothing closes: the region contains all cells that were active. */
    private static ZonePlan region(ZoneInputs inputs, Basis why) {
        return new ZonePlan(
                inputs.time(), why, List.of(), kept(inputs), inputs.before().lastNumber());
    }

    /** Half a cell's own demand, half the mean of its neighbours. */
    private SortedMap<Long, Double> smoothed(SortedMap<Long, Double> demand) {
        TreeSet<Long> touched = new TreeSet<>();
        demand.forEach((cell, calls) -> {
            if (calls > 0) {
                touched.addAll(grid.withNeighbours(cell));
            }
        });
        TreeMap<Long, Double> smoothed = new TreeMap<>();
        for (long cell : touched) {
            // sorted, so that a sum of doubles does not depend on the library's order
            SortedSet<Long> neighbours = new TreeSet<>(grid.withNeighbours(cell));
            neighbours.remove(cell);
            double around = 0;
            for (long neighbour : neighbours) {
                around += demand.getOrDefault(neighbour, 0.0);
            }
            smoothed.put(
                    cell,
                    (demand.getOrDefault(cell, 0.0) + around / Math.max(1, neighbours.size())) / 2);
        }
        return smoothed;
    }

    private SortedMap<Long, Cell> active(ZoneInputs inputs, SortedMap<Long, Double> smoothed) {
        ZoneRules rules = inputs.rules();
        SortedMap<Long, Cell> before = inputs.before().cells();
        TreeSet<Long> wanted = new TreeSet<>();
        smoothed.forEach((cell, demand) -> {
            boolean stays = open(before.get(cell)) && demand >= rules.closeDemand();
            if (stays || demand >= rules.openDemand()) {
                wanted.add(cell);
            }
        });
        TreeMap<Long, Cell> active = new TreeMap<>();
        for (SortedSet<Long> component : connections.components(wanted)) {
            if (component.size() >= rules.minCells()) {
                component.forEach(cell ->
                        active.put(cell, new Cell(cell, smoothed.get(cell), Optional.empty())));
            }
        }
        before.forEach((index, cell) -> {
            Instant close =
                    cell.closeTime().orElseGet(() -> inputs.time().plus(rules.closingWarning()));
            if (!active.containsKey(index) && close.isAfter(inputs.time())) {
                double demand = smoothed.getOrDefault(index, 0.0);
                active.put(index, new Cell(index, demand, Optional.of(close)));
            }
        });
        return active;
    }

    private static boolean open(Cell before) {
        return before != null && before.closeTime().isEmpty();
    }

    private static Zone zone(long number, SortedSet<Long> component, SortedMap<Long, Cell> active) {
        return new Zone(number, component.stream().map(active::get).toList());
    }

    private static List<ClosedCell> closed(ZoneInputs inputs, Map<Long, Cell> active) {
        List<ClosedCell> closed = new ArrayList<>(kept(inputs));
        for (Zone zone : inputs.before().zones()) {
            for (Cell cell : zone.cells()) {
                if (!active.containsKey(cell.index())) {
                    Instant time = cell.closeTime().orElse(inputs.time());
                    closed.add(new ClosedCell(cell.index(), zone.number(), time));
                }
            }
        }
        return closed.subList(Math.max(0, closed.size() - MAX_CELLS), closed.size());
    }

    private static List<ClosedCell> kept(ZoneInputs inputs) {
        Instant oldest = inputs.time().minus(CLOSED_KEPT);
        return inputs.before().closed().stream()
                .filter(cell -> cell.closeTime().isAfter(oldest))
                .toList();
    }
}
