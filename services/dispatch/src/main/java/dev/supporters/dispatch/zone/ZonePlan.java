package dev.supporters.dispatch.zone;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where supporters may begin a shift.
 *
 * @param zones by number; empty unless the basis is {@link Basis#ZONES}
 * @param closed the cells that closed lately, oldest first
 * @param lastNumber the greatest number that a zone has ever had
 */
public record ZonePlan(
        Instant time, Basis basis, List<Zone> zones, List<ClosedCell> closed, long lastNumber) {

    /** Before the first plan. */
    public static final ZonePlan NONE =
            new ZonePlan(Instant.EPOCH, Basis.NO_FORECAST, List.of(), List.of(), 0);

    public ZonePlan {
        requireNonNull(time);
        requireNonNull(basis);
        zones = List.copyOf(zones);
        closed = List.copyOf(closed);
        if (zones.isEmpty() == (basis == Basis.ZONES)) {
            throw new IllegalArgumentException(
                    zones.size() + " zones with " + basis + " (expected: some with ZONES only)");
        }
    }

    /** What applies: the zones, or the policy's region, and then why. */
    public enum Basis {
        /** The zones apply. */
        ZONES,
        /** The policy has switched zones off. */
        SWITCHED_OFF,
        /** A cell cannot open, stay open and close by the policy's numbers. */
        INVALID_THRESHOLDS,
        /** Neither history nor a call says where demand will be. */
        NO_FORECAST,
        /** The forecast is zero everywhere. */
        NO_DEMAND,
        /** Not enough connected cells reach the threshold: zones would be nowhere. */
        NO_CELL_OPEN,
        /** More cells reach the threshold than a plan can have. */
        TOO_MANY_CELLS
    }

    /**
     * Connected cells.
     *
     * @param number stays the same while the zone overlaps with itself of the plan before
     * @param cells by index
     */
    public record Zone(long number, List<Cell> cells) {

        public Zone {
            cells = List.copyOf(cells);
        }

        /** Calls that it expects in the next 30 minutes. */
        public double demand() {
            return cells.stream().mapToDouble(Cell::demand).sum();
        }
    }

    /**
     * An active cell.
     *
     * @param index of H3
     * @param demand smoothed calls in 30 minutes
     * @param closeTime when it closes, if it was warned
     */
    public record Cell(long index, double demand, Optional<Instant> closeTime) {

        public Cell {
            requireNonNull(closeTime);
        }
    }

    /** A cell that was active, the zone that it was in, and when it closed. */
    public record ClosedCell(long index, long zone, Instant closeTime) {

        public ClosedCell {
            requireNonNull(closeTime);
        }
    }

    /** The active cells by index. */
    SortedMap<Long, Cell> cells() {
        TreeMap<Long, Cell> cells = new TreeMap<>();
        zones.forEach(zone -> zone.cells().forEach(cell -> cells.put(cell.index(), cell)));
        return cells;
    }
}
