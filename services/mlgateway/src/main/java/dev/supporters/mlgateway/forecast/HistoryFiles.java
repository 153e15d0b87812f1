package dev.supporters.mlgateway.forecast;

import dev.supporters.contract.Products;
import dev.supporters.dispatch.forecast.DemandHistory;
import dev.supporters.dispatch.forecast.DemandHistoryFile;
import dev.supporters.dispatch.forecast.DemandPlaces;
import dev.supporters.platform.time.Scheduler;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The histories of past nights, by region and product, from files. A file that cannot be used is refused with its reason, and what was
 * read before stays.
 */
@Singleton
public class HistoryFiles {

    private static final Logger LOG = Logger.getLogger(HistoryFiles.class);
    private static final String METRIC = "supporters_mlgateway_history_files_total";
    private static final int SHOWN_OF_CHECKSUM = 8;
    private static final String UNUSABLE = "unusable";

    private final Optional<Path> source;
    private final MeterRegistry meters;
    private final Map<Path, FileTime> seen = new HashMap<>();

    /** Which history of a region cannot be used for which night, as it was said last. */
    private final Map<String, String> unusable = new ConcurrentHashMap<>();

    private volatile Map<String, Loaded> byKey = Map.of();

    @Inject
    HistoryFiles(ForecastConfig config, MeterRegistry meters) {
        this(config.history(), meters);
    }

    HistoryFiles(Optional<Path> source, MeterRegistry meters) {
        this.source = source;
        this.meters = meters;
        for (String result : List.of("loaded", "refused", UNUSABLE)) {
            var _ = meters.counter(METRIC, "result", result);
        }
        meters.gauge(
                "supporters_mlgateway_history_nights",
                this,
                histories ->
                        histories.byKey.values().stream()
                                .mapToInt(loaded -> loaded.places().history().nights())
                                .sum());
    }

    /**
     * A history that was read.
     *
     * @param name for records and answers, like "history-1a2b3c4d"
     */
    public record Loaded(String name, DemandPlaces places) {}

    /** Off the start: a large history takes a while, and ranking does not wait for it. */
    void start(
            @Observes StartupEvent event, Scheduler scheduler, Clock clock, ForecastConfig config) {
        if (source.isEmpty()) {
            LOG.info("no history of past nights is set; forecasts are made from tonight's calls");
            return;
        }
        scheduler.at(clock.instant(), this::reload);
        scheduler.every(config.reloadEvery(), this::reload);
    }

    /** The region's history, if it can be used for a night; if not, that is said and counted once for each night. */
    Optional<Loaded> usable(RegionalPolicy policy, LocalDate businessDate) {
        Loaded loaded = byKey.get(policy.key());
        if (loaded == null) {
            return Optional.empty();
        }
        Optional<String> reason =
                loaded.places()
                        .history()
                        .unusableFor(
                                policy.region(),
                                Products.name(policy.product()),
                                policy.window(),
                                businessDate);
        reason.ifPresent(why -> unusable(policy.key(), loaded, businessDate, why));
        return reason.isPresent() ? Optional.empty() : Optional.of(loaded);
    }

    private void unusable(String key, Loaded loaded, LocalDate businessDate, String reason) {
        String which = loaded.name() + " " + businessDate;
        if (!which.equals(unusable.put(key, which))) {
            meters.counter(METRIC, "result", UNUSABLE).increment();
            LOG.warnf(
                    "history is not used history=%s businessDate=%s reason=%s",
                    loaded.name(), businessDate, reason);
        }
    }

    /** Reads the files that are new or have changed. */
    synchronized void reload() {
        for (Path file : files()) {
            try {
                FileTime modified = Files.getLastModifiedTime(file);
                if (!modified.equals(seen.put(file, modified))) {
                    load(file);
                }
            } catch (IOException e) {
                refused(file, e.getMessage());
            }
        }
    }

    private void load(Path file) {
        try {
            DemandHistoryFile.Checked read = DemandHistoryFile.read(file);
            DemandHistory history = read.history();
            String name = "history-" + read.checksum().substring(0, SHOWN_OF_CHECKSUM);
            Map<String, Loaded> next = new HashMap<>(byKey);
            next.put(
                    history.product() + "/" + history.region(),
                    new Loaded(name, new DemandPlaces(history)));
            byKey = Map.copyOf(next);
            meters.counter(METRIC, "result", "loaded").increment();
            LOG.infof(
                    "history is loaded file=%s region=%s nights=%d cells=%d",
                    file.getFileName(), history.region(), history.nights(), history.cells().size());
        } catch (IllegalArgumentException e) {
            refused(file, e.getMessage());
        }
    }

    private void refused(Path file, String reason) {
        meters.counter(METRIC, "result", "refused").increment();
        LOG.warnf("history is not used file=%s reason=%s", file.getFileName(), reason);
    }

    private List<Path> files() {
        Path path = source.orElseThrow();
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().startsWith(".")) // half written
                    .sorted()
                    .toList();
        } catch (IOException e) {
            refused(path, e.getMessage());
            return List.of();
        }
    }
}
