package dev.supporters.charts.source;

import dev.supporters.charts.rendering.Folders;

import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who asks whom over gRPC or HTTP, as the journey test knows it from the spans of a night. */
public final class TracedEdges {

    private static final Pattern EDGE =
            Pattern.compile("^([a-z]+) -> ([a-z]+)$", Pattern.MULTILINE);
    private static final String LIST =
            Folders.read(Folders.SERVICES.resolve("journey/src/test/resources/edges.txt"));

    private TracedEdges() {}

    public static TreeSet<String> callees(String caller) {
        return EDGE.matcher(LIST)
                .results()
                .filter(edge -> edge.group(1).equals(caller))
                .map((MatchResult edge) -> edge.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
