package dev.supporters.charts.source;

import dev.supporters.charts.rendering.Folders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of our own metrics. */
public final class Metrics {

    private static final Pattern IN_CODE = Pattern.compile("\"(supporters_[a-z_]+)\"");
    private static final Pattern IN_QUERY = Pattern.compile("\\b(supporters_[a-z_]+)\\b");
    // what Prometheus makes of a timer
    private static final Pattern TIMER = Pattern.compile("_(bucket|count|sum|max)$");

    private Metrics() {}

    /** Those that the services have. */
    public static TreeSet<String> inCode() {
        try (Stream<Path> files = Files.walk(Folders.SERVICES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .flatMap(file -> IN_CODE.matcher(Folders.read(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that a text with queries asks for. */
    public static TreeSet<String> in(String queries) {
        return IN_QUERY.matcher(queries)
                .results()
                .map(MatchResult::group)
                .map(name -> TIMER.matcher(name).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
