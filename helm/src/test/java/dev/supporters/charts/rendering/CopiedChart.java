package dev.supporters.charts.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The chart once more, so that the pod of `helm test` is rendered too: the library leaves hooks out. */
final class CopiedChart {

    static final String HOOK = "helm.sh/hook:";
    static final String SHOWN = "helm.sh/shown-hook:";

    private static final Pattern LOOKUP = Pattern.compile("lookup \"v1\" \\S+ \\S+ \\S+");

    private CopiedChart() {}

    /** As `helm template` renders it: without a cluster that could be asked. The library would ask one whose address it guesses. */
    static Path make() {
        return copied("target/charts/supporters", text -> LOOKUP.matcher(text).replaceAll("dict"));
    }

    static Path withoutCluster(Path chart) {
        try (Stream<Path> files = Files.walk(chart.resolve("templates"))) {
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            Folders.write(
                                    file, LOOKUP.matcher(Folders.read(file)).replaceAll("dict")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return chart;
    }

    /** The library tells of an installation the notes alone: here they are what would be installed, functions and Secrets. */
    static Path makeWithManifestsAsNotes() {
        Path copy = copied("target/charts/installed", UnaryOperator.identity());
        Path templates = copy.resolve("templates");
        Folders.write(
                templates.resolve("NOTES.txt"),
                Folders.read(templates.resolve("secrets.yaml"))
                        + "\n---\n"
                        + Folders.read(templates.resolve("functions.yaml")));
        return copy;
    }

    private static Path copied(String folder, UnaryOperator<String> change) {
        Path copy = Folders.HELM.resolve(folder);
        try (Stream<Path> files = Files.walk(Folders.SUPPORTERS, FileVisitOption.FOLLOW_LINKS)) {
            files.filter(Files::isRegularFile).forEach(file -> copy(file, copy, change));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    private static void copy(Path file, Path copy, UnaryOperator<String> change) {
        Path target = copy.resolve(Folders.SUPPORTERS.relativize(file).toString());
        try {
            Files.createDirectories(target.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Folders.write(target, change.apply(Folders.read(file)).replace(HOOK, SHOWN));
    }
}
