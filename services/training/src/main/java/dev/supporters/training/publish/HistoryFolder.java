package dev.supporters.training.publish;

import dev.supporters.dispatch.forecast.DemandHistory;
import dev.supporters.dispatch.forecast.DemandHistoryFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of the histories of demand. Each has its last night and its checksum in its name, so that a new one does not take the place
 * of that from which the plans of last night were made: who replays them needs it.
 */
public final class HistoryFolder {

    /** The newest of a region and product that stay; plans are kept for fewer nights. */
    static final int KEPT = 30;

    private static final int SHOWN_OF_CHECKSUM = 8;

    private final Path folder;

    public HistoryFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes a history, and removes the oldest that are too many; the file. */
    public Path write(DemandHistory history) throws IOException {
        String text = DemandHistoryFile.write(history);
        String begin = "demand-" + history.region() + "-" + history.product() + "-";
        Path file =
                AtomicFiles.write(
                        folder.resolve(
                                begin
                                        + history.lastNight()
                                        + "-"
                                        + DemandHistoryFile.read(text)
                                                .checksum()
                                                .substring(0, SHOWN_OF_CHECKSUM)
                                        + ".json"),
                        text);
        for (Path old : tooMany(begin, file)) {
            Files.deleteIfExists(old);
        }
        return file;
    }

    /** By their names, which begin with the last night; never the one that was just written. */
    private List<Path> tooMany(String begin, Path written) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.equals(written))
                    .filter(file -> isHistory(begin, file.getFileName().toString()))
                    .sorted(Comparator.reverseOrder())
                    .skip(KEPT - 1)
                    .toList();
        }
    }

    private static boolean isHistory(String begin, String name) {
        return name.startsWith(begin)
                && name.substring(begin.length())
                        .matches("[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{8}\\.json");
    }
}
