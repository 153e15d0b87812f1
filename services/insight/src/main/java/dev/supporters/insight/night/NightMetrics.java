package dev.supporters.insight.night;

import dev.supporters.contract.Money;
import dev.supporters.contract.Products;
import dev.supporters.insight.night.NightCounts.CallTotals;
import dev.supporters.proto.common.v1.Product;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The figures of each region's newest night, as this process has counted it last. They exist from the region's first count on. */
@ApplicationScoped
public class NightMetrics {

    private static final int PERCENTILE = 95;
    private static final double SECONDS_OF_MINUTE = 60;

    private static final Map<String, ToLongFunction<CallTotals>> CALLS =
            Map.of(
                    "requested", CallTotals::requested,
                    "completed", CallTotals::completed,
                    "by_supporters", CallTotals::bySupporters,
                    "general", CallTotals::general);

    private static final Map<String, Function<NightCounts, OptionalDouble>> RATIOS =
            Map.of(
                    "attendance", NightCounts::attendanceRate,
                    "completion", NightCounts::completionRate,
                    "supporter_completion", NightCounts::supporterCompletionRate,
                    "cancellation_after_assignment", NightCounts::cancellationAfterAssignmentRate,
                    "auto_accept", NightCounts::autoAcceptShare,
                    "demand_coverage", NightCounts::demandCoverage,
                    "general", NightCounts::generalShare);

    private static final Map<String, Function<Histogram, OptionalDouble>> PICKUPS =
            Map.of("mean", Histogram::mean, "p95", minutes -> minutes.percentile(PERCENTILE));

    private final MeterRegistry meters;
    private final Map<Region, CountedNight> newest = new ConcurrentHashMap<>();
    private final Set<Region> shown = ConcurrentHashMap.newKeySet();
    private final Set<String> shownCosts = ConcurrentHashMap.newKeySet();

    NightMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** What was counted, in any order. */
    void show(Collection<CountedNight> nights) {
        for (CountedNight night : nights) {
            Region region = new Region(night.key().product(), night.key().region());
            newest.merge(
                    region,
                    night,
                    (known, more) ->
                            more.key().businessDate().isBefore(known.key().businessDate())
                                    ? known
                                    : more);
            if (shown.add(region)) {
                register(region);
            }
            costOf(region)
                    .map(Money::currency)
                    .filter(currency -> shownCosts.add(region.tags() + currency))
                    .ifPresent(currency -> registerCost(region, currency));
        }
    }

    private void register(Region region) {
        CALLS.forEach((count, calls) ->
                gauge(
                        "supporters_insight_night_calls",
                        region.tags().and("count", count),
                        region,
                        counts -> OptionalDouble.of(calls.applyAsLong(counts.calls()))));
        RATIOS.forEach((figure, ratio) ->
                gauge(
                        "supporters_insight_night_ratio",
                        region.tags().and("figure", figure),
                        region,
                        ratio));
        PICKUPS.forEach((figure, minutes) ->
                gauge(
                        "supporters_insight_night_pickup_seconds",
                        region.tags().and("figure", figure),
                        region,
                        counts -> seconds(minutes.apply(counts.commands().pickupMinutes()))));
        gauge(
                "supporters_insight_night_trips_per_paid_hour",
                region.tags(),
                region,
                NightCounts::tripsPerPaidHour);
    }

    private void registerCost(Region region, String currency) {
        Gauge.builder(
                        "supporters_insight_night_cost_per_call_minor_units",
                        () ->
                                costOf(region)
                                        .filter(cost -> cost.currency().equals(currency))
                                        .map(cost -> (double) cost.amount())
                                        .orElse(Double.NaN))
                .tags(region.tags().and("currency", currency))
                .register(meters);
    }

    private Optional<Money> costOf(Region region) {
        return newest.get(region).counts().costPerCompletedCall();
    }

    /** A figure that a night does not have yet is no number. */
    private void gauge(
            String name, Tags tags, Region region, Function<NightCounts, OptionalDouble> figure) {
        Gauge.builder(name, () -> figure.apply(newest.get(region).counts()).orElse(Double.NaN))
                .tags(tags)
                .register(meters);
    }

    private static OptionalDouble seconds(OptionalDouble minutes) {
        return minutes.stream().map(each -> each * SECONDS_OF_MINUTE).findFirst();
    }

    private record Region(Product product, String name) {

        Tags tags() {
            return Tags.of("product", Products.name(product), "region", name);
        }
    }
}
