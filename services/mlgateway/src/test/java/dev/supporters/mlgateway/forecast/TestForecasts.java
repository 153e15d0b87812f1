package dev.supporters.mlgateway.forecast;

import io.micrometer.core.instrument.MeterRegistry;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Forecasts for tests of other packages. */
public final class TestForecasts {

    private TestForecasts() {}

    /** From the histories of a file or folder, if one is given. */
    public static RegionForecasts of(
            RegionalPolicies policies,
            Optional<Path> source,
            ObservedCalls calls,
            Clock clock,
            MeterRegistry meters) {
        HistoryFiles histories = new HistoryFiles(source, meters);
        if (source.isPresent()) {
            histories.reload();
        }
        return new RegionForecasts(policies, histories, calls, clock);
    }
}
