package dev.supporters.zone.demand;

import dev.supporters.contract.Products;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.forecast.DemandHistory;
import dev.supporters.dispatch.forecast.DemandHistoryFile;
import dev.supporters.dispatch.forecast.DemandPlaces;
import dev.supporters.zone.region.ZoneTerms;

import org.jboss.logging.Logger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The demand of past nights, from files. A file that cannot be used is left out: one line in the log says why, and {@link #unusable()}
 * counts it.
 */
public final class RegionHistories {

    private static final Logger LOG = Logger.getLogger(RegionHistories.class);
    private static final int CHECKSUM_SHOWN = 12;

    private final List<KnownDemand> known;
    private final int unusable;

    private RegionHistories(List<KnownDemand> known, int unusable) {
        this.known = List.copyOf(known);
        this.unusable = unusable;
    }

    /** A history, and its version as forecasts name it. */
    public record KnownDemand(String version, DemandHistory history, DemandPlaces places) {}

    public static RegionHistories read(List<Path> files) {
        List<KnownDemand> known = new ArrayList<>();
        for (Path file : files) {
            try {
                DemandHistoryFile.Checked read = DemandHistoryFile.read(file);
                known.add(
                        new KnownDemand(
                                version(read), read.history(), new DemandPlaces(read.history())));
            } catch (IllegalArgumentException e) {
                LOG.errorf("history of demand is not used cause=%s", e.getMessage());
            }
        }
        return new RegionHistories(known, files.size() - known.size());
    }

    public int unusable() {
        return unusable;
    }

    /** That of the region whose nights are all before this one; the newest, if there are several. */
    public Optional<KnownDemand> of(ZoneTerms terms, OpenWindow window) {
        return known.stream()
                .filter(each ->
                        each.history()
                                .unusableFor(
                                        terms.key().region(),
                                        Products.name(terms.key().product()),
                                        terms.window(),
                                        window.businessDate())
                                .isEmpty())
                .max(Comparator.comparing(each -> each.history().lastNight()));
    }

    private static String version(DemandHistoryFile.Checked read) {
        return "history "
                + read.history().lastNight()
                + " "
                + read.checksum().substring(0, CHECKSUM_SHOWN)
                + " + tonight";
    }
}
