package dev.supporters.platform.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** A clock's anchor in a file; looked for again and again until it is there, then never again. */
public final class AnchorFile implements Supplier<Optional<Instant>> {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Path file;
    private volatile Optional<Instant> anchor = Optional.empty();
    private volatile long nextLook = System.nanoTime();

    public AnchorFile(Path file) {
        this.file = file;
    }

    @Override
    public Optional<Instant> get() {
        if (anchor.isEmpty() && System.nanoTime() - nextLook >= 0) {
            nextLook = System.nanoTime() + PAUSE.toNanos();
            anchor = read();
        }
        return anchor;
    }

    private Optional<Instant> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(Instant.parse(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
