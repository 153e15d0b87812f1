package dev.supporters.activity.abuse;

import dev.supporters.dispatch.abuse.AbuseKind;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How many signals were found, and how many wait too long for a decision. */
@ApplicationScoped
public class AbuseMetrics {

    private final Map<AbuseKind, Counter> found = new EnumMap<>(AbuseKind.class);

    AbuseMetrics(MeterRegistry meters) {
        for (AbuseKind kind : AbuseKind.values()) {
            found.put(
                    kind,
                    meters.counter(
                            "supporters_activity_signals_total",
                            "kind",
                            kind.name().toLowerCase(Locale.ROOT)));
        }
    }

    void found(AbuseKind kind) {
        found.get(kind).increment();
    }
}
