package dev.supporters.zone.demand;

import dev.supporters.contract.Products;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.forecast.DemandHistories;
import dev.supporters.dispatch.forecast.DemandHistories.LoadedHistory;
import dev.supporters.dispatch.forecast.DemandHistory;
import dev.supporters.dispatch.forecast.DemandPlaces;
import dev.supporters.zone.region.ZoneTerms;

import org.jboss.logging.Logger;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The demand of past nights, from files, which are read again when they change. A file that cannot be used is left out: one line in the
 * log says why, and {@link #unusable()} counts it.
 */
public final class RegionHistories {

    private static final Logger LOG = Logger.getLogger(RegionHistories.class);
    private static final int CHECKSUM_SHOWN = 12;

    private final DemandHistories histories;

    private RegionHistories(DemandHistories histories) {
        this.histories = histories;
    }

    /** A history, and its version as forecasts name it. */
    public record KnownDemand(String version, DemandPlaces places) {}

    /** Of files, or of folders of such files. */
    public static RegionHistories read(List<Path> sources) {
        RegionHistories read = new RegionHistories(new DemandHistories(sources, new LoggedFiles()));
        read.reload();
        return read;
    }

    private static final class LoggedFiles implements DemandHistories.LoadListener {

        @Override
        public void loaded(Path file, DemandHistory history) {
            LOG.infof(
                    "history of demand is loaded file=%s region=%s lastNight=%s",
                    file.getFileName(), history.region(), history.lastNight());
        }

        @Override
        public void refused(Path file, String reason) {
            LOG.errorf(
                    "history of demand is not used file=%s cause=%s", file.getFileName(), reason);
        }
    }

    /** Reads the files that are new or have changed. */
    public void reload() {
        histories.reload();
    }

    public int unusable() {
        return histories.refusedFiles();
    }

    /** That of the region and its place on earth whose nights are all before this one; the newest, if there are several. */
    public Optional<KnownDemand> of(ZoneTerms terms, OpenWindow window) {
        return histories
                .find(
                        terms.key().region(),
                        Products.name(terms.key().product()),
                        terms.window(),
                        terms.bounds(),
                        window.businessDate())
                .history()
                .map(loaded -> new KnownDemand(version(loaded), loaded.places()));
    }

    private static String version(LoadedHistory loaded) {
        return "history "
                + loaded.history().lastNight()
                + " "
                + loaded.checksum().substring(0, CHECKSUM_SHOWN)
                + " + tonight";
    }
}
