package dev.supporters.zone.demand;

import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.dispatch.forecast.DemandForecast;
import dev.supporters.dispatch.forecast.DemandHistory;
import dev.supporters.zone.demand.RegionHistories.KnownDemand;
import dev.supporters.zone.demand.TonightsCalls.TonightsCall;
import dev.supporters.zone.region.ZoneTerms;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Estimates demand: by the history of past nights times tonight's factor, or without a history by the calls of tonight alone. Then the
 * next 30 minutes are like the last.
 */
@ApplicationScoped
public class DemandEstimator {

    private static final double SPAN = Duration.ofMinutes(30).toSeconds();

    /** Shorter spans, at the end of a window, say little. */
    private static final double SHORTEST_SPAN = Duration.ofMinutes(10).toSeconds();

    private final TonightsCalls calls;
    private final RegionHistories histories;
    private final DemandCells grid;

    public DemandEstimator(TonightsCalls calls, RegionHistories histories, DemandCells grid) {
        this.calls = calls;
        this.histories = histories;
        this.grid = grid;
    }

    public DemandEstimate estimate(ZoneTerms terms, OpenWindow window, Instant now) {
        return histories
                .of(terms, window)
                .map(known -> byHistory(known, terms, window, now))
                .orElseGet(() -> byTonight(terms, window, now));
    }

    private DemandEstimate byTonight(ZoneTerms terms, OpenWindow window, Instant now) {
        Instant begin = now.minusSeconds((long) SPAN);
        SortedMap<Long, Double> counted = new TreeMap<>();
        count(terms, begin, now).forEach((cell, number) -> counted.put(cell, (double) number));
        double spans = seconds(now, window.end()) / SPAN;
        Map<Long, Double> untilEnd = new HashMap<>();
        counted.forEach((cell, number) -> untilEnd.put(cell, number * spans));
        return new DemandEstimate(counted.isEmpty() ? "none" : "tonight", counted, untilEnd);
    }

    private DemandEstimate byHistory(
            KnownDemand known, ZoneTerms terms, OpenWindow window, Instant now) {
        double time = seconds(window.begin(), now);
        double end = seconds(window.begin(), window.end());
        double span = Math.clamp(end - time, SHORTEST_SPAN, SPAN);
        double from = Math.min(time, end - span);
        DemandForecast forecast =
                DemandForecast.of(known.places(), time, 0, count(terms, window.begin(), now));
        SortedMap<Long, Double> next = new TreeMap<>();
        Map<Long, Double> untilEnd = new HashMap<>();
        List<DemandHistory.Cell> cells = known.history().cells();
        for (int cell = 0; cell < cells.size(); cell++) {
            long number = cells.get(cell).number();
            next.put(number, forecast.calls(cell, from, from + span) * SPAN / span);
            untilEnd.put(number, forecast.calls(cell, time, end));
        }
        return new DemandEstimate(known.version(), next, untilEnd);
    }

    /** Tonight's calls in the region, by their cell. */
    private Map<Long, Integer> count(ZoneTerms terms, Instant begin, Instant now) {
        Map<Long, Integer> counts = new HashMap<>();
        for (TonightsCall call : calls.since(terms.key().product(), begin, now)) {
            if (terms.bounds().contains(call.origin())) {
                counts.merge(grid.cell(call.origin()), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Negative if the end is before the begin. */
    private static double seconds(Instant begin, Instant end) {
        return Duration.between(begin, end).toMillis() / 1_000.0;
    }
}
