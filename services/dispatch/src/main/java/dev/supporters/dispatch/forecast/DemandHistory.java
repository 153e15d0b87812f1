package dev.supporters.dispatch.forecast;

import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How many calls a night of the past had on average, by cell and ten minutes.
 *
 * @param region the region of the policy that the nights belong to
 * @param product the product's name
 * @param zone the time zone of the window
 * @param windowBegin when the first bin begins, by the clocks on the wall
 * @param firstNight the business date of the first night that was learned from
 * @param lastNight the business date of the last one
 * @param nights how many nights were learned from; nights of the span that are missing were not
 * @param bins how many bins of {@link #BIN} the window has
 * @param cells the cells that had a call at least once, by their number
 */
public record DemandHistory(
        String region,
        String product,
        ZoneId zone,
        LocalTime windowBegin,
        LocalDate firstNight,
        LocalDate lastNight,
        int nights,
        int bins,
        List<Cell> cells) {

    public static final Duration BIN = Duration.ofMinutes(10);

    /** Those of a whole day on which the clocks go back. */
    private static final int MOST_BINS = (int) Duration.ofHours(25).dividedBy(BIN);

    private static final int MOST_CELLS = 200_000;
    private static final double MOST_CALLS = 1e6;

    /** So much of the demand of a region is in it, also when its bounds have been moved a little since. */
    private static final double LEAST_IN_BOUNDS = .5;

    private static final double PERCENT = 100;

    /**
     * One H3 cell of {@link dev.supporters.contract.H3Cells#RESOLUTION}.
     *
     * @param origin where its calls began on average
     * @param calls expected calls of each bin
     */
    public record Cell(long number, Position origin, List<Double> calls) {

        public Cell {
            calls = List.copyOf(calls);
        }

        /** The expected calls of the whole window. */
        public double total() {
            return calls.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    public DemandHistory {
        cells = List.copyOf(cells);
        require(!region.isBlank(), "region", "nothing", "the region's name");
        require(!product.isBlank(), "product", "nothing", "the product's name");
        require(nights >= 1, "nights", nights, "at least 1");
        require(!lastNight.isBefore(firstNight), "lastNight", lastNight, "not before firstNight");
        require(bins >= 1 && bins <= MOST_BINS, "bins", bins, "from 1 to " + MOST_BINS);
        require(cells.size() <= MOST_CELLS, "cells", cells.size(), "at most " + MOST_CELLS);
        Set<Long> numbers = new HashSet<>();
        for (Cell cell : cells) {
            String name = "cell " + Long.toHexString(cell.number());
            require(numbers.add(cell.number()), name, "twice", "each cell once");
            require(cell.calls().size() == bins, name, cell.calls().size() + " bins", bins);
            for (double calls : cell.calls()) {
                require(
                        calls >= 0 && calls <= MOST_CALLS,
                        name,
                        calls,
                        "calls from 0 to " + (long) MOST_CALLS);
            }
        }
    }

    private static void require(boolean holds, String what, Object found, Object expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "demand history: " + what + ": " + found + " (expected: " + expected + ")");
        }
    }

    public double total() {
        return cells.stream().mapToDouble(Cell::total).sum();
    }

    /**
     * Why this history says nothing of a night; empty if it can be used for it. The name of a region alone does not say that it is the
     * same city: so the clocks must be the same, and most of the calls must have begun where the policy applies.
     */
    public Optional<String> unusableFor(
            String wantedRegion,
            String wantedProduct,
            WorkWindow window,
            RegionBounds bounds,
            LocalDate businessDate) {
        if (!region.equals(wantedRegion)) {
            return Optional.of("region: " + region + " (expected: " + wantedRegion + ")");
        }
        if (!product.equals(wantedProduct)) {
            return Optional.of("product: " + product + " (expected: " + wantedProduct + ")");
        }
        LocalDateTime begin = businessDate.atTime(window.begin());
        if (!begin.atZone(zone).getOffset().equals(begin.atZone(window.zone()).getOffset())) {
            return Optional.of("zone: " + zone + " (expected: clocks like " + window.zone() + ")");
        }
        double total = total();
        double inBounds =
                cells.stream()
                        .filter(cell -> bounds.contains(cell.origin()))
                        .mapToDouble(Cell::total)
                        .sum();
        if (inBounds < total * LEAST_IN_BOUNDS) {
            return Optional.of(
                    "cells: "
                            + Math.round(inBounds / total * PERCENT)
                            + " % of the calls begin in the policy's bounds (expected: at least "
                            + Math.round(LEAST_IN_BOUNDS * PERCENT)
                            + " %)");
        }
        if (!windowBegin.equals(window.begin())) {
            return Optional.of(
                    "windowBegin: " + windowBegin + " (expected: " + window.begin() + ")");
        }
        if (BIN.multipliedBy(bins).compareTo(window.length()) < 0) {
            return Optional.of(
                    "bins: "
                            + BIN.multipliedBy(bins).toMinutes()
                            + " minutes (expected: at least the window's "
                            + window.length().toMinutes()
                            + ")");
        }
        if (!lastNight.isBefore(businessDate)) {
            return Optional.of(
                    "lastNight: " + lastNight + " (expected: before " + businessDate + ")");
        }
        return Optional.empty();
    }
}
