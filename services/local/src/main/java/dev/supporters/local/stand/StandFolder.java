package dev.supporters.local.stand;

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

/** The folder that keeps what a stopped stand needs to go on: the broker's log, the store's contents, where the night stood. */
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

    /** The calls of the rehearsal, of which the report says nothing. */
    public Set<String> rehearsed() {
        try {
            return Set.copyOf(Files.readAllLines(folder.resolve("rehearsed")));
        } catch (NoSuchFileException e) {
            return Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps them for the report, which may be that of a later process. */
    public void rehearsed(Set<String> calls) {
        write(folder.resolve("rehearsed"), String.join("\n", calls));
    }

    /** Where a night stood that was stopped in order, if it is the same one. */
    public Optional<Instant> stoppedAt(String nightKey) {
        Properties state = state();
        boolean same = nightKey.equals(state.getProperty("night"));
        return same
                ? Optional.ofNullable(state.getProperty("stoppedAt")).map(Instant::parse)
                : Optional.empty();
    }

    /** Marks that the stand runs: if it is killed now, what it leaves is not gone on with. */
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

    /** Makes what is missing, keeps the rest; the anchor goes. */
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

    /** Writes a small file so that it is there whole or not at all. */
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
