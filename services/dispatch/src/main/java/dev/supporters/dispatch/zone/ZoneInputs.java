package dev.supporters.dispatch.zone;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plan of zones is made from, all of it: the same inputs give the same plan.
 *
 * @param time of the plan
 * @param forecast what the demand comes from, by name; it is recorded, and decides nothing
 * @param demand calls expected in the next 30 minutes by the H3 cell of their origin; empty if nothing is known
 * @param before the plan before, or {@link ZonePlan#NONE}
 */
public record ZoneInputs(
        Instant time,
        ZoneRules rules,
        String forecast,
        SortedMap<Long, Double> demand,
        ZonePlan before) {

    public ZoneInputs {
        requireNonNull(time);
        requireNonNull(rules);
        requireNonNull(forecast);
        demand = sorted(demand);
        requireNonNull(before);
        if (time.isBefore(before.time())) {
            throw new IllegalArgumentException(
                    "time: " + time + " (expected: not before the plan of " + before.time() + ")");
        }
    }

    private static SortedMap<Long, Double> sorted(Map<Long, Double> demand) {
        TreeMap<Long, Double> copy = new TreeMap<>(demand);
        copy.forEach((cell, calls) -> {
            if (!(calls >= 0 && calls < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "demand of cell "
                                + Long.toHexString(cell)
                                + ": "
                                + calls
                                + " (expected: a number of at least 0)");
            }
        });
        return Collections.unmodifiableSortedMap(copy);
    }
}
