package dev.supporters.activity.presence;

import dev.supporters.activity.ActivityConfig;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** After what silence a driver counts as unreachable, by product and region, as the policies say. */
@ApplicationScoped
public class Thresholds {

    private final Map<Key, Threshold> thresholds = new ConcurrentHashMap<>();
    private final Duration standard;

    Thresholds(ActivityConfig config) {
        standard = config.unreachableAfter();
    }

    /** A policy's version; an older one than known is passed over. */
    public void put(Product product, String region, long version, Duration unreachableAfter) {
        thresholds.merge(
                new Key(product, region),
                new Threshold(version, unreachableAfter),
                (known, put) -> put.version() > known.version() ? put : known);
    }

    Duration of(WorkStep step) {
        Threshold found = thresholds.get(new Key(step.product(), step.region()));
        return found == null ? standard : found.duration();
    }

    private record Key(Product product, String region) {}

    private record Threshold(long version, Duration duration) {}
}
