package dev.supporters.training;

import dev.supporters.dispatch.forecast.DemandHistory;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How near a history is to the mean of later nights.
 *
 * @param expected calls of a night
 * @param came calls of a night
 * @param explained the share of the later nights' squared deviations that the history explains; 1 is all, 0 is no better than one number
 */
record DemandScore(double expected, double came, double explained) {

    static DemandScore of(DemandHistory history, DemandHistory later) {
        Map<Long, List<Double>> before = calls(history);
        Map<Long, List<Double>> after = calls(later);
        var cells = new HashMap<>(before);
        cells.putAll(after);
        double count = (double) cells.size() * later.bins();
        double mean = later.total() / count;
        double error = 0;
        double deviation = 0;
        List<Double> none = Collections.nCopies(later.bins(), 0.0);
        for (Long cell : cells.keySet()) {
            List<Double> said = before.getOrDefault(cell, none);
            List<Double> was = after.getOrDefault(cell, none);
            for (int bin = 0; bin < later.bins(); bin++) {
                error += Math.pow(was.get(bin) - said.get(bin), 2);
                deviation += Math.pow(was.get(bin) - mean, 2);
            }
        }
        return new DemandScore(
                history.total(), later.total(), deviation == 0 ? 0 : 1 - error / deviation);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "held out: %,.1f calls a night came, %,.1f were expected, R² by cell and 10 minutes"
                        + " %.2f",
                came,
                expected,
                explained);
    }

    private static Map<Long, List<Double>> calls(DemandHistory history) {
        Map<Long, List<Double>> calls = new HashMap<>();
        history.cells().forEach(cell -> calls.put(cell.number(), cell.calls()));
        return calls;
    }
}
