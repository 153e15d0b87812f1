package dev.supporters.replay;

import dev.supporters.dispatch.forecast.DemandHistoryFile;
import dev.supporters.dispatch.forecast.DemandPlaces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The histories of a file or of a folder, as the training job fills it, by the names that recorded plans have of them, like
 * "history-1a2b3c4d". In a folder a file that is no history counts for nothing.
 */
final class HistoriesByName {

    private static final String NAME = "history-";

    private final Map<String, DemandHistoryFile.Checked> byChecksum = new HashMap<>();
    private final Map<String, DemandPlaces> places = new HashMap<>();

    private HistoriesByName() {}

    static HistoriesByName none() {
        return new HistoriesByName();
    }

    /**
     * Those of a file or folder.
     *
     * @throws IllegalArgumentException if the file is no history, or the folder has none
     */
    static HistoriesByName of(Path source) {
        HistoriesByName histories = new HistoriesByName();
        if (!Files.isDirectory(source)) {
            histories.add(DemandHistoryFile.read(source));
            return histories;
        }
        for (Path file : files(source)) {
            try {
                histories.add(DemandHistoryFile.read(file));
            } catch (IllegalArgumentException e) {
                // another file of the folder
            }
        }
        if (histories.byChecksum.isEmpty()) {
            throw new IllegalArgumentException(
                    "history: " + source + " (expected: a file, or a folder with histories)");
        }
        return histories;
    }

    private void add(DemandHistoryFile.Checked read) {
        byChecksum.put(read.checksum(), read);
    }

    /** The places of the history of this name; empty if it is not here. */
    Optional<DemandPlaces> find(String name) {
        if (!name.startsWith(NAME)) {
            return Optional.empty();
        }
        String begin = name.substring(NAME.length());
        return byChecksum.keySet().stream()
                .filter(checksum -> checksum.startsWith(begin))
                .findFirst()
                .map(checksum ->
                        places.computeIfAbsent(
                                checksum, key -> new DemandPlaces(byChecksum.get(key).history())));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "history: " + folder + " (expected: a folder that can be read)", e);
        }
    }
}
