package dev.supporters.charts.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are made from others and committed: `-Dsupporters.charts.update=true` makes them anew. */
public final class Committed {

    private Committed() {}

    public static void check(Path file, String made) {
        if (Boolean.getBoolean("supporters.charts.update")) {
            Folders.write(file, made);
        }
        assertThat(Files.exists(file) ? Folders.read(file) : "")
                .as("%s (made anew by -Dsupporters.charts.update=true)", file)
                .isEqualTo(made);
    }
}
