package dev.supporters.dispatch.forecast;

import java.util.Map;
import java.util.function.LongToDoubleFunction;

/**
 * The calls that are still expected tonight: history times tonight's factor. The factor of a cell compares tonight's calls in it and
 * its neighbours with those expected until now: {@code (14 + observed) / (14 + expected)}.
 *
 * <p>It is made for one moment of the night and does not change.
 */
public final class DemandForecast {

    /** So many calls as expected are presumed before the first one, so that few calls change little. */
    private static final double PRIOR = 14;

    private static final double BIN_SECONDS = DemandHistory.BIN.toSeconds();

    private final DemandPlaces places;
    private final double now;
    private final double[] factors;

    /** By place: expected calls around it from the window's begin to each bin, from {@link #firstBin} on. */
    private final double[][] around;

    private final double[] aroundNow;
    private final int firstBin;

    private DemandForecast(DemandPlaces places, double now, double until, double[] factors) {
        this.places = places;
        this.now = now;
        this.factors = factors;
        int bins = places.history().bins();
        firstBin = Math.clamp((long) (now / BIN_SECONDS), 0, bins);
        int lastBin = Math.clamp((long) Math.ceil(until / BIN_SECONDS), firstBin, bins);
        around = new double[places.count()][lastBin - firstBin + 1];
        aroundNow = new double[places.count()];
        for (int place = 0; place < around.length; place++) {
            sum(place);
            aroundNow[place] = at(place, now);
        }
    }

    private void sum(int place) {
        int[] cells = places.demandCells[place];
        double[] weights = places.demandWeights[place];
        double[] sums = around[place];
        for (int i = 0; i < cells.length; i++) {
            double weight = weights[i] * factors[cells[i]];
            double[] cumulated = places.cumulated[cells[i]];
            for (int bin = 0; bin < sums.length; bin++) {
                sums[bin] += weight * cumulated[firstBin + bin];
            }
        }
    }

    /**
     * The forecast of a moment.
     *
     * @param now seconds since the window's begin
     * @param horizon for how many seconds from now demand around places is asked for; less makes it cheaper
     * @param observed tonight's calls since the window's begin, by the number of their cell
     */
    public static DemandForecast of(
            DemandPlaces places, double now, double horizon, Map<Long, Integer> observed) {
        return of(places, now, horizon, observed, cell -> 1);
    }

    /**
     * The forecast of a part of the calls. Tonight's factor is that of all of them.
     *
     * @param share the part of the calls of a cell, by its number, from 0 to 1
     */
    public static DemandForecast of(
            DemandPlaces places,
            double now,
            double horizon,
            Map<Long, Integer> observed,
            LongToDoubleFunction share) {
        int[] near = new int[places.nearCumulated.length];
        observed.forEach((cell, calls) -> {
            if (calls < 0) {
                throw new IllegalArgumentException(
                        "observed calls: " + calls + " (expected: not negative)");
            }
            for (int index : places.indexesAround(cell)) {
                near[index] += calls;
            }
        });
        double[] factors = new double[near.length];
        for (int cell = 0; cell < factors.length; cell++) {
            double expected = interpolated(places.nearCumulated[cell], 0, now);
            factors[cell] =
                    (PRIOR + near[cell])
                            / (PRIOR + expected)
                            * share.applyAsDouble(places.history().cells().get(cell).number());
        }
        return new DemandForecast(places, now, now + Math.max(0, horizon), factors);
    }

    /** Expected calls around a place in the next seconds, at most those of the horizon; each call counts by its distance. */
    public double around(int place, double seconds) {
        return Math.max(0, at(place, now + seconds) - aroundNow[place]);
    }

    private double at(int place, double time) {
        return interpolated(around[place], firstBin, time);
    }

    /** Expected calls in the cell with this index in the history, between two moments in seconds since the window's begin. */
    public double calls(int cell, double from, double to) {
        double[] cumulated = places.cumulated[cell];
        return factors[cell]
                * Math.max(0, interpolated(cumulated, 0, to) - interpolated(cumulated, 0, from));
    }

    /** Tonight's factor of the cell with this index in the history. */
    public double factor(int cell) {
        return factors[cell];
    }

    /** Sums at the begins of bins, linear between them. */
    private static double interpolated(double[] sums, int firstBin, double time) {
        double position = time / BIN_SECONDS - firstBin;
        if (position <= 0) {
            return sums[0];
        }
        int bin = (int) position;
        if (bin >= sums.length - 1) {
            return sums[sums.length - 1];
        }
        return sums[bin] + (position - bin) * (sums[bin + 1] - sums[bin]);
    }
}
