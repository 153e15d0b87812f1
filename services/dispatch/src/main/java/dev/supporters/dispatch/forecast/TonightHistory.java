package dev.supporters.dispatch.forecast;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What there is to go by without past nights: tonight's calls go on at the rate of each cell until now. In the first half hour a few
 * calls would look like very many, so they count as if they were those of half an hour.
 */
public final class TonightHistory {

    /** What a forecast that is made from it is called. */
    public static final String NAME = "tonight";

    private static final Duration LEAST_ELAPSED = Duration.ofMinutes(30);

    private TonightHistory() {}

    /** Whose night it is. It makes no difference to what is expected. */
    public record TonightsWindow(
            String region,
            String product,
            ZoneId zone,
            LocalTime windowBegin,
            LocalDate businessDate) {}

    /**
     * The same calls at the same time give the same history.
     *
     * @param windowSeconds how long the window is
     * @param now seconds since the window's begin
     * @param observed tonight's calls, by the number of their cell
     */
    public static DemandHistory of(
            TonightsWindow night, double windowSeconds, double now, Map<Long, Integer> observed) {
        DemandCells cells = new DemandCells();
        double elapsed = Math.max(LEAST_ELAPSED.toSeconds(), now);
        double binSeconds = DemandHistory.BIN.toSeconds();
        int bins = Math.max(1, (int) Math.ceil(windowSeconds / binSeconds));
        List<DemandHistory.Cell> learned =
                new TreeMap<>(observed)
                        .entrySet().stream()
                                .map(cell ->
                                        new DemandHistory.Cell(
                                                cell.getKey(),
                                                cells.center(cell.getKey()),
                                                Collections.nCopies(
                                                        bins,
                                                        cell.getValue() * binSeconds / elapsed)))
                                .toList();
        return new DemandHistory(
                night.region(),
                night.product(),
                night.zone(),
                night.windowBegin(),
                night.businessDate(),
                night.businessDate(),
                1,
                bins,
                learned);
    }
}
