package dev.supporters.mlgateway.forecast;

import dev.supporters.contract.Position;
import dev.supporters.contract.Products;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.dispatch.forecast.DemandForecast;
import dev.supporters.dispatch.forecast.DemandHistory;
import dev.supporters.dispatch.forecast.DemandPlaces;
import dev.supporters.dispatch.forecast.TonightHistory;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.mlgateway.v1.ForecastBasis;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is expected in a region tonight: from past nights if there are some, else from tonight's calls. */
@Singleton
public class RegionForecasts {

    private static final double MILLIS = 1000;

    private final RegionalPolicies policies;
    private final HistoryFiles histories;
    private final ObservedCalls calls;
    private final Clock clock;
    private final DemandCells cells = new DemandCells();

    RegionForecasts(
            RegionalPolicies policies, HistoryFiles histories, ObservedCalls calls, Clock clock) {
        this.policies = policies;
        this.histories = histories;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * What a forecast is made from at one moment of a window.
     *
     * @param name like "history-1a2b3c4d" or "tonight"
     * @param now seconds since the window's begin
     * @param observed tonight's calls by cell
     */
    public record ForecastInputs(
            String name, DemandPlaces places, double now, Map<Long, Integer> observed) {}

    /**
     * Expected calls.
     *
     * @param factor tonight's factor of the cell; 1 for a region
     */
    public record Expected(
            double calls, double factor, int observed, ForecastBasis basis, String name) {}

    /** From what the forecast of a region is made now. */
    public ForecastInputs basis(RegionalPolicy policy, OpenWindow window, Instant now) {
        double seconds = Duration.between(window.begin(), now).toMillis() / MILLIS;
        Map<Long, Integer> observed = calls.since(window.begin(), policy, policies);
        return histories
                .usable(policy, window.businessDate())
                .map(loaded ->
                        new ForecastInputs(loaded.name(), loaded.places(), seconds, observed))
                .orElseGet(() -> tonight(policy, window, seconds, observed));
    }

    /** Expected calls of the next time in one cell, or in the whole region. */
    public Expected expected(Product product, String region, Optional<Long> cell, Duration next) {
        RegionalPolicy policy =
                policies.find(product, region).orElseThrow(() -> notFound(product, region));
        cell.filter(number -> !cells.isCell(number))
                .ifPresent(number -> {
                    throw Refusal.invalid("cell", number, "an H3 cell of resolution 8");
                });
        Instant now = clock.instant();
        Optional<OpenWindow> window = policy.window().at(now);
        if (window.isEmpty()) {
            return new Expected(0, 1, 0, ForecastBasis.FORECAST_BASIS_NO_WINDOW, "");
        }
        ForecastInputs basis = basis(policy, window.get(), now);
        DemandForecast forecast =
                DemandForecast.of(basis.places(), basis.now(), next.toSeconds(), basis.observed());
        double until = basis.now() + next.toSeconds();
        List<DemandHistory.Cell> known = basis.places().history().cells();
        int[] indexes =
                IntStream.range(0, known.size())
                        .filter(i -> cell.isEmpty() || known.get(i).number() == cell.get())
                        .toArray();
        double expected =
                IntStream.of(indexes).mapToDouble(i -> forecast.calls(i, basis.now(), until)).sum();
        double factor = cell.isPresent() && indexes.length == 1 ? forecast.factor(indexes[0]) : 1;
        int observed =
                basis.observed().entrySet().stream()
                        .filter(entry -> cell.isEmpty() || entry.getKey().equals(cell.get()))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        return new Expected(expected, factor, observed, kind(basis), basis.name());
    }

    /** The number of the cell at a place. */
    public long cell(Position position) {
        return cells.cell(position);
    }

    private ForecastInputs tonight(
            RegionalPolicy policy, OpenWindow window, double seconds, Map<Long, Integer> observed) {
        TonightHistory.TonightsWindow night =
                new TonightHistory.TonightsWindow(
                        policy.region(),
                        Products.name(policy.product()),
                        policy.window().zone(),
                        policy.window().begin(),
                        window.businessDate());
        double windowSeconds = Duration.between(window.begin(), window.end()).toMillis() / MILLIS;
        DemandHistory history = TonightHistory.of(night, windowSeconds, seconds, observed);
        return new ForecastInputs(
                TonightHistory.NAME, new DemandPlaces(history), seconds, observed);
    }

    private static ForecastBasis kind(ForecastInputs basis) {
        return basis.name().equals(TonightHistory.NAME)
                ? ForecastBasis.FORECAST_BASIS_TONIGHT
                : ForecastBasis.FORECAST_BASIS_HISTORY;
    }

    private static Refusal notFound(Product product, String region) {
        return new Refusal(
                ErrorReason.ERROR_REASON_POLICY_NOT_FOUND,
                RegionalPolicy.key(product, region),
                "a product and region with a policy");
    }
}
