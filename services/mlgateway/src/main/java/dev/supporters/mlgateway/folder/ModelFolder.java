package dev.supporters.mlgateway.folder;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.supporters.dispatch.model.InvalidModelException;
import dev.supporters.dispatch.model.ModelFile;
import dev.supporters.dispatch.model.ModelFileReader;
import dev.supporters.dispatch.model.ModelFileReader.Checked;
import dev.supporters.mlgateway.ranking.LoadedModels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of the model files, `name.version.model`, looked at again and again. A file is read when it is new or has changed. One that
 * cannot be used is refused once; what its name brought before stays in use. A file that is gone takes its model with it.
 */
final class ModelFolder {

    private static final String END = ".model";
    private static final int MOST_FILES = 200;

    private final Path folder;
    private Map<String, Entry> entries = Map.of();
    private String folderFault = "";

    ModelFolder(Path folder) {
        this.folder = folder;
    }

    /** When a file was written and how long it is: a change of its content changes one of them. */
    private record Stamp(long modifiedMillis, long bytes) {}

    private record Entry(Stamp stamp, Optional<Checked> used, Optional<String> refusal) {}

    /**
     * What one look found.
     *
     * @param models all that can be used now
     * @param changed whether they are others than at the look before
     * @param refusals why files cannot be used, of those that were not refused before
     */
    record Look(LoadedModels models, boolean changed, List<String> refusals) {

        Look {
            refusals = List.copyOf(refusals);
        }
    }

    Look look() {
        List<String> refusals = new ArrayList<>();
        Map<String, Entry> found = new HashMap<>();
        for (Path file : files(refusals)) {
            String name = file.getFileName().toString();
            Entry before = entries.get(name);
            Entry now = entry(file, before);
            found.put(name, now);
            if (now.refusal().isPresent() && !now.equals(before)) {
                refusals.add(now.refusal().get());
            }
        }
        boolean changed = !found.equals(entries);
        entries = Map.copyOf(found);
        return new Look(loaded(), changed, refusals);
    }

    private List<Path> files(List<String> refusals) {
        String fault = "";
        List<Path> files = List.of();
        try (Stream<Path> listed = Files.list(folder)) {
            files =
                    listed.filter(file -> file.getFileName().toString().endsWith(END))
                            .filter(file -> !file.getFileName().toString().startsWith("."))
                            .sorted()
                            .toList();
        } catch (IOException | UncheckedIOException e) {
            fault = "model folder: not readable (expected: a folder)";
        }
        if (files.size() > MOST_FILES) {
            fault =
                    "model folder: "
                            + files.size()
                            + " files (expected: at most "
                            + MOST_FILES
                            + ")";
            files = files.subList(0, MOST_FILES);
        }
        if (!fault.isEmpty() && !fault.equals(folderFault)) {
            refusals.add(fault);
        }
        folderFault = fault;
        return files;
    }

    private static Entry entry(Path file, Entry before) {
        var stamp = stamp(file);
        if (before != null && before.stamp().equals(stamp)) {
            return before;
        }
        Optional<Checked> used = before == null ? Optional.empty() : before.used();
        try {
            Checked read = ModelFileReader.read(file);
            Optional<String> refusal = refusal(file, read, used);
            return new Entry(stamp, refusal.isEmpty() ? Optional.of(read) : used, refusal);
        } catch (InvalidModelException e) {
            return new Entry(stamp, used, Optional.of(e.getMessage()));
        }
    }

    private static Optional<String> refusal(Path file, Checked read, Optional<Checked> used) {
        String name = file.getFileName().toString();
        String expected = fileName(read.file());
        if (!name.equals(expected)) {
            return Optional.of("model file " + name + ": name (expected: " + expected + ")");
        }
        boolean changed = used.isPresent() && !used.get().checksum().equals(read.checksum());
        return changed
                ? Optional.of(
                        "model file %s: checksum: %s (expected: %s, as it was used; a better model gets a new version)"
                                .formatted(name, read.checksum(), used.get().checksum()))
                : Optional.empty();
    }

    /** An unreadable file has a stamp too, so that it is refused once. */
    private static Stamp stamp(Path file) {
        try {
            return new Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file));
        } catch (IOException e) {
            return new Stamp(-1, -1);
        }
    }

    private LoadedModels loaded() {
        List<Checked> used =
                entries.values().stream().flatMap(entry -> entry.used().stream()).toList();
        return new LoadedModels(
                used.stream().map(Checked::file).toList(),
                used.stream().collect(toMap(each -> each.file().model(), Checked::checksum)),
                entries.entrySet().stream()
                        .filter(entry -> entry.getValue().refusal().isPresent())
                        .map(entry -> modelName(entry.getKey()))
                        .collect(toSet()));
    }

    private static String fileName(ModelFile file) {
        return file.model().name() + "." + file.model().version() + END;
    }

    private static String modelName(String fileName) {
        return fileName.substring(0, fileName.length() - END.length()).replace('.', '@');
    }
}
