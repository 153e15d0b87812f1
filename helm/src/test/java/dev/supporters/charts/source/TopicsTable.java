package dev.supporters.charts.source;

import dev.supporters.charts.rendering.Folders;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The table of topics in a service's README, which a test of that service compares with its code. */
public final class TopicsTable {

    private static final Pattern ROW =
            Pattern.compile(
                    "^\\| (writes|reads|follows) \\| `([a-z0-9.-]+)` \\| (?:`[a-z.]+` )?\\|(?: function `([a-z-]+)`)?.*$",
                    Pattern.MULTILINE);

    private TopicsTable() {}

    /**
     * What a service does with a topic.
     *
     * @param verb writes, reads (with a consumer group) or follows (without one)
     * @param function the only function that does it; empty if others do, too
     */
    public record Use(String verb, String topic, Optional<String> function) {}

    public static List<Use> of(String service) {
        String readme = Folders.read(Folders.SERVICES.resolve(service).resolve("README.md"));
        return ROW.matcher(readme)
                .results()
                .map(row -> new Use(row.group(1), row.group(2), Optional.ofNullable(row.group(3))))
                .toList();
    }
}
