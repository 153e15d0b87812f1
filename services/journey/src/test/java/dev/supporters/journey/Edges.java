package dev.supporters.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who asks whom, and who hears from whom: as spans show it, and as it should be. */
final class Edges {

    private Edges() {}

    /** The edges of spans, whichever traces they belong to. */
    static Set<String> of(Collection<Span> spans) {
        Map<String, Span> byId =
                spans.stream()
                        .collect(
                                Collectors.toMap(
                                        Span::id, Function.identity(), (one, same) -> one));
        Set<String> edges = new TreeSet<>();
        for (Span span : spans) {
            edge(Optional.ofNullable(byId.get(span.parent())), span).ifPresent(edges::add);
        }
        return edges;
    }

    /** The edges of each trace. */
    static Map<String, Set<String>> byTrace(Collection<Span> spans) {
        return spans.stream()
                .collect(
                        Collectors.groupingBy(
                                Span::trace,
                                Collectors.collectingAndThen(Collectors.toList(), Edges::of)));
    }

    /** What edges.txt lists, by section. */
    static Map<String, Set<String>> expected() {
        Map<String, Set<String>> sections = new LinkedHashMap<>();
        Set<String> section = new TreeSet<>();
        for (String line : lines()) {
            if (line.startsWith("[")) {
                section = new TreeSet<>();
                sections.put(line.substring(1, line.length() - 1), section);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                section.add(line.strip());
            }
        }
        return sections;
    }

    private static Optional<String> edge(Optional<Span> parent, Span span) {
        if (span.listens()) {
            return parent.map(
                    teller -> teller.service() + " -> " + span.topic() + " -> " + span.service());
        }
        return parent.filter(caller -> !caller.service().equals(span.service()))
                .map(caller -> caller.service() + " -> " + span.service());
    }

    private static List<String> lines() {
        try (InputStream file = requireNonNull(Edges.class.getResourceAsStream("/edges.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return reader.readAllLines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
