package dev.supporters.training.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that others read while they are written: they see the old text or the new one. */
public final class AtomicFiles {

    private AtomicFiles() {}

    public static Path write(Path file, String text) throws IOException {
        Path hidden = file.resolveSibling("." + file.getFileName());
        Files.writeString(hidden, text);
        move(hidden, file);
        return file;
    }

    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
