package dev.supporters.stand;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** The folder that keeps what a stopped stand needs to continue: the broker's log, the store's contents, the night's time. */
public final class StandFolder {

    private final Path folder;

    public StandFolder(Path folder) {
        this.folder = folder;
    }

    public Path broker() {
        return folder.resolve("broker");
    }

    public Path store() {
        return folder.resolve("store.bson");
    }

    public Path anchor() {
        return folder.resolve("anchor");
    }

    public Path log(String service) {
        return folder.resolve("logs").resolve(service + ".log");
    }

    public Path processes() {
        return folder.resolve("processes");
    }

    /** The demand of earlier nights, for the forecast. */
    public Path demandHistory() {
        return folder.resolve("demand-history.json");
    }

    /** The calls of the rehearsal, which the report ignores. */
    public Set<String> rehearsed() {
        try {
            return Set.copyOf(Files.readAllLines(folder.resolve("rehearsed")));
        } catch (NoSuchFileException e) {
            return Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps them for the report, which a later process may write. */
    public void rehearsed(Set<String> calls) {
        write(folder.resolve("rehearsed"), String.join("\n", calls));
    }

    /** The time of a night that was stopped in order, if it is the same night. */
    public Optional<Instant> stoppedAt(String nightKey) {
        Properties state = state();
        boolean same = nightKey.equals(state.getProperty("night"));
        return same
                ? Optional.ofNullable(state.getProperty("stoppedAt")).map(Instant::parse)
                : Optional.empty();
    }

    /** Marks that the stand runs: a night whose stand is killed now is not continued. */
    public void running(String nightKey) {
        Properties state = new Properties();
        state.setProperty("night", nightKey);
        save(state);
    }

    /** Marks that the stand was stopped in order in the middle of a night. */
    public void stopped(String nightKey, Instant at) {
        Properties state = new Properties();
        state.setProperty("night", nightKey);
        state.setProperty("stoppedAt", at.toString());
        save(state);
    }

    /** Empties it. */
    public void clear() {
        delete(folder);
        create(folder.resolve("logs"));
    }

    /** Makes what is missing, keeps the rest, deletes the anchor. */
    public void prepare() {
        create(folder.resolve("logs"));
        delete(anchor());
    }

    private Properties state() {
        Properties state = new Properties();
        try {
            state.load(new StringReader(Files.readString(folder.resolve("state.properties"))));
        } catch (NoSuchFileException e) {
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return state;
    }

    private void save(Properties state) {
        try {
            StringWriter text = new StringWriter();
            state.store(text, null);
            write(folder.resolve("state.properties"), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a small file completely or not at all. */
    public static void write(Path file, String text) {
        try {
            Path next =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".next");
            Files.writeString(next, text);
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
