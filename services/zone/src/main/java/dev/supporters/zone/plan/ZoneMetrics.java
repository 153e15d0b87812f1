package dev.supporters.zone.plan;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts plans, and shows how many cells are active. */
@ApplicationScoped
public class ZoneMetrics {

    private final MeterRegistry meters;
    private final Map<String, Integer> activeCells = new ConcurrentHashMap<>();

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
