package dev.supporters.dispatch.forecast;

import static java.util.Comparator.comparing;

import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The histories of past nights in files and folders (of those all {@code *.json} that are not hidden), which are read again when they
 * change, and forgotten when they are gone. A file that cannot be used is refused with its reason, and what was read from it before
 * stays. Of a region and product the newest few are kept: older ones of a folder are there for replays.
 */
public final class DemandHistories {

    private static final int KEPT = 3;
    private static final Comparator<LoadedHistory> NEWEST_FIRST =
            comparing((LoadedHistory loaded) -> loaded.history().lastNight())
                    .thenComparing(LoadedHistory::written) // of the same nights again: corrected
                    .thenComparing(LoadedHistory::checksum)
                    .reversed();

    private final List<Path> sources;
    private final LoadListener listener;
    private final Map<Path, FileTime> seen = new HashMap<>();
    private final Map<Path, String> refused = new HashMap<>();

    private volatile Map<Path, LoadedHistory> byFile = Map.of();
    private volatile int refusedFiles;

    public DemandHistories(List<Path> sources, LoadListener listener) {
        this.sources = List.copyOf(sources);
        this.listener = listener;
    }

    /** Is told what becomes of files. */
    public interface LoadListener {

        /** A new or changed file was read. */
        void loaded(Path file, DemandHistory history);

        /** A file, or a folder, cannot be used. */
        void refused(Path file, String reason);
    }

    /**
     * A history that was read.
     *
     * @param checksum names it
     * @param written when its file was
     */
    public record LoadedHistory(String checksum, DemandPlaces places, FileTime written) {

        public DemandHistory history() {
            return places.history();
        }
    }

    /**
     * What is known of a night.
     *
     * @param history the newest one that can be used for it; empty if there is none
     * @param unusable the newest one of the region, if none can be used
     * @param reason why that one cannot be used
     */
    public record FoundHistory(
            Optional<LoadedHistory> history,
            Optional<LoadedHistory> unusable,
            Optional<String> reason) {}

    /** Reads the files that are new or have changed, and forgets those that were taken out of a folder. */
    public synchronized void reload() {
        forgetRemoved();
        Set<Path> there = new HashSet<>(sources);
        for (Path source : sources) {
            for (Path file : files(source)) {
                there.add(file);
                read(file, !file.equals(source));
            }
        }
        refused.keySet().retainAll(there);
        refusedFiles = refused.size();
    }

    /** A folder that is away itself, as a volume may be, has not lost its files. */
    private void forgetRemoved() {
        Map<Path, LoadedHistory> next = new HashMap<>(byFile);
        next.keySet()
                .removeIf(file ->
                        !sources.contains(file)
                                && Files.isDirectory(file.getParent())
                                && Files.notExists(file));
        if (next.size() < byFile.size()) {
            byFile = Map.copyOf(next);
            seen.keySet().retainAll(next.keySet()); // what was left out for its age is read again
        }
    }

    /** The history for a night of a region. */
    public FoundHistory find(
            String region,
            String product,
            WorkWindow window,
            RegionBounds bounds,
            LocalDate businessDate) {
        Optional<LoadedHistory> unusable = Optional.empty();
        Optional<String> reason = Optional.empty();
        for (LoadedHistory loaded : newestFirst(region, product)) {
            Optional<String> why =
                    loaded.history().unusableFor(region, product, window, bounds, businessDate);
            if (why.isEmpty()) {
                return new FoundHistory(Optional.of(loaded), Optional.empty(), Optional.empty());
            }
            if (unusable.isEmpty()) {
                unusable = Optional.of(loaded);
                reason = why;
            }
        }
        return new FoundHistory(Optional.empty(), unusable, reason);
    }

    /** How many files, or folders, could not be used when they were last looked at. */
    public int refusedFiles() {
        return refusedFiles;
    }

    /** From how many nights the newest histories of all regions were learned. */
    public int nights() {
        return byFile.values().stream()
                .map(LoadedHistory::history)
                .map(history -> newestFirst(history.region(), history.product()).getFirst())
                .distinct()
                .mapToInt(loaded -> loaded.history().nights())
                .sum();
    }

    private List<LoadedHistory> newestFirst(String region, String product) {
        return byFile.values().stream()
                .filter(loaded -> loaded.history().region().equals(region))
                .filter(loaded -> loaded.history().product().equals(product))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** @param removable whether it lies in a folder: one that is gone since that was looked at is no fault */
    private void read(Path file, boolean removable) {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            if (modified.equals(seen.put(file, modified))) {
                return;
            }
            DemandHistoryFile.Checked checked = DemandHistoryFile.read(file);
            refused.remove(file);
            keep(
                    file,
                    new LoadedHistory(
                            checked.checksum(), new DemandPlaces(checked.history()), modified));
            listener.loaded(file, checked.history());
        } catch (IOException e) {
            seen.remove(file); // it may be readable the next time, though nobody changes it
            if (!removable || Files.exists(file)) {
                refuse(file, "not a readable file");
            }
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof IOException) {
                seen.remove(file); // it may be readable the next time, though nobody changes it
            }
            refuse(file, e.getMessage());
        }
    }

    private void keep(Path file, LoadedHistory loaded) {
        Map<Path, LoadedHistory> next = new HashMap<>(byFile);
        next.put(file, loaded);
        List<Map.Entry<Path, LoadedHistory>> ofRegion = new ArrayList<>();
        for (Map.Entry<Path, LoadedHistory> each : next.entrySet()) {
            DemandHistory history = each.getValue().history();
            if (history.region().equals(loaded.history().region())
                    && history.product().equals(loaded.history().product())) {
                ofRegion.add(each);
            }
        }
        ofRegion.stream()
                .sorted(Map.Entry.comparingByValue(NEWEST_FIRST))
                .skip(KEPT)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(next::remove);
        byFile = Map.copyOf(next);
    }

    private void refuse(Path file, String reason) {
        if (!reason.equals(refused.put(file, reason))) {
            listener.refused(file, reason);
        }
    }

    private List<Path> files(Path source) {
        if (!Files.isDirectory(source)) {
            return List.of(source);
        }
        try (Stream<Path> files = Files.list(source)) {
            refused.remove(source);
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().startsWith(".")) // half written
                    .sorted()
                    .toList();
        } catch (IOException e) {
            refuse(source, "a folder that cannot be read");
            return List.of();
        }
    }
}
