package dev.supporters.dispatch.abuse;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** How many calls came from each cell in each hour. */
public final class CallCounts {

    private final Instant windowBegin;
    private final LongFunction<List<Long>> around;
    private final Map<PlaceHour, Integer> counts = new HashMap<>();

    /**
     * Counts nothing yet.
     *
     * @param around a cell and its neighbours
     */
    public CallCounts(Instant windowBegin, LongFunction<List<Long>> around) {
        this.windowBegin = windowBegin;
        this.around = around;
    }

    public void add(long cell, Instant requested) {
        counts.merge(PlaceHour.of(cell, requested, windowBegin), 1, Integer::sum);
    }

    /** From the cell and its neighbours. */
    int around(PlaceHour where) {
        return around.apply(where.cell()).stream()
                .mapToInt(cell -> counts.getOrDefault(new PlaceHour(cell, where.hour()), 0))
                .sum();
    }
}
