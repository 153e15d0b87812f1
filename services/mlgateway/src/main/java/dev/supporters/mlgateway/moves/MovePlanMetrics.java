package dev.supporters.mlgateway.moves;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import jakarta.inject.Singleton;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What became of ticks. All counters are there from the start, with 0. */
@Singleton
class MovePlanMetrics {

    private static final String PLANS = "supporters_mlgateway_move_plans_total";
    private static final String SIGNALS = "supporters_mlgateway_signals_total";

    private final MeterRegistry meters;
    private final Counter postponed;
    private final Timer seconds;
    private final Map<String, Integer> atWork = new ConcurrentHashMap<>();

    MovePlanMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (TickResult result : TickResult.values()) {
            var _ = meters.counter(PLANS, "result", label(result));
        }
        for (SignalKind kind : SignalKind.values()) {
            var _ = meters.counter(SIGNALS, "kind", label(kind));
        }
        postponed = meters.counter("supporters_mlgateway_moves_postponed_total");
        seconds = meters.timer("supporters_mlgateway_move_plan_seconds");
        meters.gauge(
                "supporters_mlgateway_supporters_to_plan",
                atWork,
                counts -> counts.values().stream().mapToInt(Integer::intValue).sum());
    }

    /** What became of a tick. */
    enum TickResult {
        /** A plan was stored, with its signals. */
        PLANNED,
        /** A plan was stored, and nobody is sent anywhere: no call that may come to a supporter is expected. */
        NO_DEMAND,
        /** Another instance plans. */
        OTHER_PLANNER,
        /** The tick had been planned before, by another instance. */
        REPEATED,
        /** The tick took so long that the lease was over; nothing was stored. */
        LEASE_LOST,
        /** A mistake of ours, or a store that does not answer; nothing was stored. */
        FAILED
    }

    /** What a signal asks for. */
    enum SignalKind {
        PLACE,
        REST
    }

    void count(TickResult result) {
        meters.counter(PLANS, "result", label(result)).increment();
    }

    void signals(SignalKind kind, int count) {
        meters.counter(SIGNALS, "kind", label(kind)).increment(count);
    }

    /** Moves that a plan would have had without the bound. */
    void postponed(int count) {
        postponed.increment(count);
    }

    Timer seconds() {
        return seconds;
    }

    /** How many are at work in a region for which moves are planned; 0 outside the window. */
    void atWork(String key, int supporters) {
        atWork.put(key, supporters);
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
