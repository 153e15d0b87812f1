package dev.supporters.mlgateway.forecast;

import dev.supporters.contract.Products;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.dispatch.forecast.DemandHistory;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What there is to go by without past nights: tonight's calls go on at the rate of each cell until now. In the first half hour a few
 * calls would look like very many, so they count as if they were those of half an hour.
 */
final class TonightHistory {

    private static final Duration LEAST_ELAPSED = Duration.ofMinutes(30);

    private TonightHistory() {}

    /** The same calls at the same time give the same history. */
    static DemandHistory of(
            RegionalPolicy policy,
            OpenWindow window,
            double nowSeconds,
            Map<Long, Integer> observed,
            DemandCells cells) {
        double elapsed = Math.max(LEAST_ELAPSED.toSeconds(), nowSeconds);
        double binSeconds = DemandHistory.BIN.toSeconds();
        double windowSeconds = Duration.between(window.begin(), window.end()).toSeconds();
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
                policy.region(),
                Products.name(policy.product()),
                policy.window().zone(),
                policy.window().begin(),
                window.businessDate(),
                window.businessDate(),
                1,
                bins,
                learned);
    }
}
