package dev.supporters.zone.demand;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Calls that are expected, by H3 cell.
 *
 * @param version what it comes from, by name
 * @param calls in the next 30 minutes; empty if nothing is known
 * @param untilEnd from now to the end of the window
 */
public record DemandEstimate(
        String version, SortedMap<Long, Double> calls, Map<Long, Double> untilEnd) {

    public DemandEstimate {
        requireNonNull(version);
        calls = Collections.unmodifiableSortedMap(new TreeMap<>(calls));
        untilEnd = Map.copyOf(untilEnd);
    }
}
