package dev.supporters.gateway.adapter.transcoding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of google.api.http: literals, variables of one segment, and perhaps a verb, as `/v1/drivers/{driver_id}/work:begin`. Other
 * forms of that language are refused when the gateway starts.
 */
record PathTemplate(String text, List<Segment> segments, String verb) {

    private static final Pattern TEMPLATE = Pattern.compile("((?:/[^/:]+)+)(?::([a-zA-Z]+))?");
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+(?:\\.[a-z_]+)*)}");
    private static final Pattern LITERAL = Pattern.compile("[a-zA-Z0-9]+");

    /** A part between two slashes. */
    sealed interface Segment {

        /** A text that must be there. */
        record Literal(String text) implements Segment {}

        /** The value of a field, by the field's path in the message. */
        record Variable(String field) implements Segment {}
    }

    static PathTemplate parse(String text) {
        Matcher template = TEMPLATE.matcher(text);
        if (!template.matches()) {
            throw unknown(text);
        }
        List<Segment> segments = new ArrayList<>();
        for (String segment : template.group(1).substring(1).split("/")) {
            segments.add(segment(segment, text));
        }
        return new PathTemplate(
                text, List.copyOf(segments), Optional.ofNullable(template.group(2)).orElse(""));
    }

    /** The fields that the path has. */
    List<String> variables() {
        return segments.stream()
                .filter(Segment.Variable.class::isInstance)
                .map(segment -> ((Segment.Variable) segment).field())
                .toList();
    }

    /** How many of its segments are fixed: of two templates that fit, the one with more is meant. */
    int literals() {
        return segments.size() - variables().size();
    }

    /**
     * The values of the variables, undecoded, by field; empty if the path is another.
     *
     * @param path the segments of a path, undecoded
     */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String found = path.get(i);
            if (i == path.size() - 1 && !verb.isEmpty()) {
                if (!found.endsWith(":" + verb)) {
                    return Optional.empty();
                }
                found = found.substring(0, found.length() - verb.length() - 1);
            }
            switch (segments.get(i)) {
                case Segment.Literal literal -> {
                    if (!literal.text().equals(found)) {
                        return Optional.empty();
                    }
                }
                case Segment.Variable variable -> {
                    if (found.isEmpty()) {
                        return Optional.empty();
                    }
                    values.put(variable.field(), found);
                }
            }
        }
        return Optional.of(values);
    }

    private static Segment segment(String segment, String template) {
        Matcher variable = VARIABLE.matcher(segment);
        if (variable.matches()) {
            return new Segment.Variable(variable.group(1));
        }
        if (!LITERAL.matcher(segment).matches()) {
            throw unknown(template);
        }
        return new Segment.Literal(segment);
    }

    private static IllegalArgumentException unknown(String template) {
        return new IllegalArgumentException(
                "path " + template + " (expected: like /v1/drivers/{driver_id}/work:begin)");
    }
}
