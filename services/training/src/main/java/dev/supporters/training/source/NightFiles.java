package dev.supporters.training.source;

import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightFile;
import dev.supporters.simulation.NightFileException;
import dev.supporters.simulation.NightFileOptions;
import dev.supporters.simulation.NightParameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Nights from files: those of the event log, `.events`, and night files, `.csv`, which know calls only. */
public final class NightFiles {

    private static final String EVENTS = ".events";
    private static final String CSV = ".csv";
    private static final long SEED = 1;

    private final String region;
    private final ZoneId zone;

    public NightFiles(String region, ZoneId zone) {
        this.region = region;
        this.zone = zone;
    }

    /** The files of a folder, or the one file, by their names. */
    public static List<Path> in(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> isNight(file.getFileName().toString())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The night of a file.
     *
     * @throws InvalidNightException if there is none in it
     */
    public TrainingNight read(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(EVENTS)) {
            return EventArchive.read(file, region, zone);
        }
        if (name.endsWith(CSV)) {
            return spreadsheet(file, name);
        }
        throw new InvalidNightException(name + ": neither " + EVENTS + " nor " + CSV);
    }

    private TrainingNight spreadsheet(Path file, String name) {
        try {
            Night night =
                    NightFile.read(file, NightFileOptions.none(), NightParameters.defaults(), SEED)
                            .night();
            if (!sameClocks(night)) {
                throw new InvalidNightException(
                        name + ": the clocks of " + night.zone() + " (expected: " + zone + ")");
            }
            return new TrainingNight(
                    name,
                    night.businessDate(),
                    night.calls().stream()
                            .map(call ->
                                    new TrainingNight.Request(call.requestedAt(), call.origin()))
                            .toList(),
                    List.of(),
                    List.of(),
                    List.of());
        } catch (NightFileException e) {
            throw new InvalidNightException(e.getMessage());
        }
    }

    private boolean sameClocks(Night night) {
        return night.zone()
                .getRules()
                .getOffset(night.windowBegin())
                .equals(zone.getRules().getOffset(night.windowBegin()));
    }

    private static boolean isNight(String name) {
        return name.endsWith(EVENTS) || name.endsWith(CSV);
    }
}
