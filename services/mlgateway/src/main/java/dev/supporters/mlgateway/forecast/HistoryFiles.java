package dev.supporters.mlgateway.forecast;

import dev.supporters.contract.Products;
import dev.supporters.dispatch.forecast.DemandHistories;
import dev.supporters.dispatch.forecast.DemandHistories.FoundHistory;
import dev.supporters.dispatch.forecast.DemandHistories.LoadedHistory;
import dev.supporters.dispatch.forecast.DemandHistory;
import dev.supporters.dispatch.forecast.DemandPlaces;
import dev.supporters.platform.time.Scheduler;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The histories of past nights, by region and product, from files, and what is said of them. */
@Singleton
public class HistoryFiles {

    private static final Logger LOG = Logger.getLogger(HistoryFiles.class);
    private static final String METRIC = "supporters_mlgateway_history_files_total";
    private static final int SHOWN_OF_CHECKSUM = 8;
    private static final String UNUSABLE = "unusable";

    private final boolean none;
    private final DemandHistories histories;
    private final MeterRegistry meters;

    /** Which history of a region cannot be used for which night, as it was said last. */
    private final Map<String, String> unusable = new ConcurrentHashMap<>();

    @Inject
    HistoryFiles(ForecastConfig config, MeterRegistry meters) {
        this(config.history(), meters);
    }

    HistoryFiles(Optional<Path> source, MeterRegistry meters) {
        this.none = source.isEmpty();
        this.histories = new DemandHistories(source.stream().toList(), new CountedFiles());
        this.meters = meters;
        for (String result : List.of("loaded", "refused", UNUSABLE)) {
            var _ = meters.counter(METRIC, "result", result);
        }
        meters.gauge("supporters_mlgateway_history_nights", histories, DemandHistories::nights);
    }

    /**
     * A history that was read.
     *
     * @param name for records and answers, like "history-1a2b3c4d"
     */
    public record Loaded(String name, DemandPlaces places) {}

    private final class CountedFiles implements DemandHistories.LoadListener {

        @Override
        public void loaded(Path file, DemandHistory history) {
            meters.counter(METRIC, "result", "loaded").increment();
            LOG.infof(
                    "history is loaded file=%s region=%s nights=%d cells=%d",
                    file.getFileName(), history.region(), history.nights(), history.cells().size());
        }

        @Override
        public void refused(Path file, String reason) {
            meters.counter(METRIC, "result", "refused").increment();
            LOG.warnf("history is not used file=%s reason=%s", file.getFileName(), reason);
        }
    }

    /** Off the start: a large history takes a while, and ranking does not wait for it. */
    void start(
            @Observes StartupEvent event, Scheduler scheduler, Clock clock, ForecastConfig config) {
        if (none) {
            LOG.info("no history of past nights is set; forecasts are made from tonight's calls");
            return;
        }
        scheduler.at(clock.instant(), this::reload);
        scheduler.every(config.reloadEvery(), this::reload);
    }

    /** The region's newest history that can be used for a night; if none can, that is said and counted once for each night. */
    Optional<Loaded> usable(RegionalPolicy policy, LocalDate businessDate) {
        FoundHistory found =
                histories.find(
                        policy.region(),
                        Products.name(policy.product()),
                        policy.window(),
                        policy.bounds(),
                        businessDate);
        found.unusable()
                .ifPresent(newest ->
                        unusable(policy.key(), newest, businessDate, found.reason().orElseThrow()));
        return found.history().map(loaded -> new Loaded(name(loaded), loaded.places()));
    }

    private void unusable(String key, LoadedHistory newest, LocalDate businessDate, String reason) {
        String which = name(newest) + " " + businessDate;
        if (!which.equals(unusable.put(key, which))) {
            meters.counter(METRIC, "result", UNUSABLE).increment();
            LOG.warnf(
                    "history is not used history=%s businessDate=%s reason=%s",
                    name(newest), businessDate, reason);
        }
    }

    /** Reads the files that are new or have changed. */
    void reload() {
        histories.reload();
    }

    private static String name(LoadedHistory loaded) {
        return "history-" + loaded.checksum().substring(0, SHOWN_OF_CHECKSUM);
    }
}
