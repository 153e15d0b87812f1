package dev.supporters.dispatch.forecast;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Calls that are expected by H3 cell, from past nights times tonight's factor: what zones are planned from.
 *
 * @param next in the next 30 minutes
 * @param untilEnd from now to the end of the window
 */
public record ExpectedDemand(SortedMap<Long, Double> next, Map<Long, Double> untilEnd) {

    /** Zones have their demand in calls for so long. */
    public static final Duration SPAN = Duration.ofMinutes(30);

    private static final double SPAN_SECONDS = SPAN.toSeconds();

    /** Shorter spans, at the end of a window, say little. */
    private static final double SHORTEST_SECONDS = Duration.ofMinutes(10).toSeconds();

    public ExpectedDemand {
        next = Collections.unmodifiableSortedMap(new TreeMap<>(next));
        untilEnd = Map.copyOf(untilEnd);
    }

    /**
     * What is expected at a moment.
     *
     * @param now seconds since the window's begin; negative before it
     * @param end of the window, in seconds since its begin
     * @param observed tonight's calls since the window's begin, by cell
     */
    public static ExpectedDemand of(
            DemandPlaces places, double now, double end, Map<Long, Integer> observed) {
        double span = Math.clamp(end - now, SHORTEST_SECONDS, SPAN_SECONDS);
        double from = Math.min(now, end - span);
        DemandForecast forecast = DemandForecast.of(places, now, 0, observed);
        SortedMap<Long, Double> next = new TreeMap<>();
        Map<Long, Double> untilEnd = new HashMap<>();
        List<DemandHistory.Cell> cells = places.history().cells();
        for (int cell = 0; cell < cells.size(); cell++) {
            long number = cells.get(cell).number();
            next.put(number, forecast.calls(cell, from, from + span) * SPAN_SECONDS / span);
            untilEnd.put(number, forecast.calls(cell, now, end));
        }
        return new ExpectedDemand(next, untilEnd);
    }
}
