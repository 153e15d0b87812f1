package dev.supporters.zone.plan;

import dev.supporters.contract.Money;
import dev.supporters.contract.Products;
import dev.supporters.zone.region.ZoneKey;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts plans, and shows how many cells are active and what a completed call costs. */
@Startup // alerts watch its counters
@ApplicationScoped
public class ZoneMetrics {

    private final MeterRegistry meters;
    private final Map<String, Integer> activeCells = new ConcurrentHashMap<>();
    private final Map<ZoneKey, Money> wages = new ConcurrentHashMap<>();
    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    ZoneMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (Result result : Result.values()) {
            refreshes(result);
        }
        meters.gauge("supporters_zone_active_cells", activeCells, ZoneMetrics::sum);
    }

    /** What became of a refresh. */
    enum Result {
        /** Zones were planned. */
        ZONES,
        /** The region applies: no usable forecast, or no usable rules. */
        REGION,
        /** Another process was faster. */
        RACED,
        /** An error. */
        FAILED
    }

    void count(Result result) {
        refreshes(result).increment();
    }

    void active(PlannedZones planned) {
        int cells = planned.plan().zones().stream().mapToInt(zone -> zone.cells().size()).sum();
        activeCells.put(planned.key().id(), cells);
    }

    /** The gauge of a region exists from its first forecast on; outside of windows it has no value. */
    void wagePerCall(ZoneKey key, Optional<Money> forecast) {
        if (forecast.isEmpty()) {
            wages.remove(key);
            return;
        }
        Money wage = forecast.get();
        wages.put(key, wage);
        if (shown.add(key.id() + " " + wage.currency())) {
            Gauge.builder(
                            "supporters_zone_wage_per_call_minor_units",
                            wages,
                            known -> amount(known.get(key), wage.currency()))
                    .tags(
                            "product",
                            Products.name(key.product()),
                            "region",
                            key.region(),
                            "currency",
                            wage.currency())
                    .register(meters);
        }
    }

    private static double amount(Money wage, String currency) {
        return wage != null && wage.currency().equals(currency) ? wage.amount() : Double.NaN;
    }

    private Counter refreshes(Result result) {
        return meters.counter(
                "supporters_zone_refreshes_total",
                "result",
                result.name().toLowerCase(Locale.ROOT));
    }

    private static double sum(Map<String, Integer> cells) {
        return cells.values().stream().mapToInt(Integer::intValue).sum();
    }
}
