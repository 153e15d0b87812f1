package dev.supporters.activity.presence;

import dev.supporters.activity.ActivityConfig;
import dev.supporters.contract.WorkStep;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** After what time without a contact a driver counts as unreachable, by product and region, as the policies say. */
@ApplicationScoped
public class OutageThresholds {

    private final Map<Key, Threshold> thresholds = new ConcurrentHashMap<>();
    private final Duration standard;

    OutageThresholds(ActivityConfig config) {
        standard = config.unreachableAfter();
    }

    /** From a version of a policy; one that is not newer than the known one is ignored. */
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
