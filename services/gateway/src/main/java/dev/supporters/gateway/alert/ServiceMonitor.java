package dev.supporters.gateway.alert;

import dev.supporters.platform.metric.MetricSample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** Reads the metrics of all services again and again, once for all who look: how each does, and which alerts that makes. */
public final class ServiceMonitor {

    private static final Set<String> OF_STATUS =
            Set.of(
                    ServiceStatus.BUILD,
                    ServiceStatus.STARTED,
                    ServiceStatus.REQUESTS,
                    ServiceStatus.REQUEST_SECONDS,
                    ServiceStatus.BREAKER,
                    ServiceStatus.LAG,
                    ServiceStatus.READER_AGE,
                    ServiceStatus.OUTBOX,
                    ServiceStatus.OUTBOX_AGE,
                    ServiceStatus.EVENTS);

    private final MetricsSource source;
    private final Executor executor;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Set<String> metrics = new HashSet<>(AlertRule.metrics());
    private final AlertConditions conditions = new AlertConditions();
    private final Map<String, ServiceReading> last = new HashMap<>();
    private final Map<String, ServiceStatus> statuses = new TreeMap<>();
    private volatile Optional<Findings> newest = Optional.empty();

    /**
     * @param nanos real time, as {@link System#nanoTime()}
     */
    public ServiceMonitor(
            MetricsSource source, Executor executor, Clock clock, LongSupplier nanos) {
        this.source = source;
        this.executor = executor;
        this.clock = clock;
        this.nanos = nanos;
        metrics.addAll(OF_STATUS);
    }

    /**
     * What the last look found.
     *
     * @param readAt when it looked, by the product's clock
     */
    public record Findings(
            Instant readAt, List<ServiceStatus> services, List<FiringAlert> alerts) {}

    /** Empty until all were asked once. */
    public Optional<Findings> newest() {
        return newest;
    }

    /** Asks all at once, and takes in what they say. */
    public synchronized void look() {
        List<CompletableFuture<ServiceReading>> asked =
                source.services().stream()
                        .map(service ->
                                CompletableFuture.supplyAsync(() -> read(service), executor))
                        .toList();
        asked.stream().map(CompletableFuture::join).forEach(this::take);
        newest =
                Optional.of(
                        new Findings(
                                clock.instant(),
                                List.copyOf(statuses.values()),
                                conditions.firing(elapsed())));
    }

    private ServiceReading read(String service) {
        Optional<List<MetricSample>> samples = source.read(service, metrics);
        return new ServiceReading(service, clock.instant(), elapsed(), samples);
    }

    private void take(ServiceReading reading) {
        conditions.take(reading);
        statuses.put(
                reading.service(),
                ServiceStatus.of(
                        reading,
                        Optional.ofNullable(last.get(reading.service())),
                        Optional.ofNullable(statuses.get(reading.service()))));
        last.put(reading.service(), reading);
    }

    private Duration elapsed() {
        return Duration.ofNanos(nanos.getAsLong());
    }
}
