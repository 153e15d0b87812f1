package dev.supporters.load.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import dev.supporters.stand.Machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a run for programs: JSON, an object for each set that was measured. Times are in milliseconds. */
public final class FiguresFile {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;
    private final Map<String, Map<String, Object>> sets = new TreeMap<>();

    /** Written with the first figures; what an earlier run wrote is not kept. */
    public FiguresFile(Path root) {
        file = root.resolve("load-tests/target/result.json");
    }

    /** Adds the figures of a set, and writes all that are there. Figures that could not be measured (NaN) are left out. */
    public void put(String set, Map<String, ?> figures) {
        Map<String, Object> kept = sets.computeIfAbsent(set, name -> new TreeMap<>());
        figures.forEach((name, figure) -> {
            if (!(figure instanceof Double number && !Double.isFinite(number))) {
                kept.put(name, figure);
            }
        });
        kept.putIfAbsent("machine", Machine.facts());
        try {
            Files.createDirectories(file.getParent());
            JSON.writeValue(file.toFile(), sets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
