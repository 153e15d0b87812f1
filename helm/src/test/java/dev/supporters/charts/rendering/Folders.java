package dev.supporters.charts.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are in this repository. */
public final class Folders {

    public static final Path ROOT = Path.of(System.getProperty("supporters.root"));
    public static final Path HELM = ROOT.resolve("helm");
    public static final Path FUNCTION = HELM.resolve("function");
    public static final Path SUPPORTERS = HELM.resolve("supporters");
    public static final Path EXAMPLES = HELM.resolve("examples");
    public static final Path SERVICES = ROOT.resolve("services");

    private Folders() {}

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
