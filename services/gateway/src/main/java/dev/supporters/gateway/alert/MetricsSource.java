package dev.supporters.gateway.alert;

import dev.supporters.platform.metric.MetricSample;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where services tell their metrics. */
public interface MetricsSource {

    /** All services that can be asked, the gateway itself among them. */
    List<String> services();

    /** The samples of some metrics of a service; empty if it does not answer in time. */
    Optional<List<MetricSample>> read(String service, Set<String> metrics);
}
