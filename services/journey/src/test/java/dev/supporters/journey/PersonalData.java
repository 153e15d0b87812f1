package dev.supporters.journey;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What no log may have: what is known of people and of where they are, and whatever lets somebody in.
 *
 * @param values names, places and secrets, as they are
 */
record PersonalData(Set<String> values) {

    /** For what is written in another way than it is kept. */
    private static final Map<String, Pattern> SHAPES =
            new TreeMap<>(
                    Map.of(
                            "two coordinates",
                            Pattern.compile(
                                    "-?[1-9]\\d?\\.\\d{4,}[^\\d.]{1,12}-?[1-9]\\d{0,2}\\.\\d{4,}"),
                            "a coordinate",
                            Pattern.compile(
                                    "(?i)\\b(lat|lng|latitude|longitude)\\b\\W{1,4}-?\\d{1,3}\\.\\d"),
                            "a phone number",
                            Pattern.compile(
                                    "(?<![\\w-])(\\+82-?|0)1[016-9]-?\\d{3,4}-?\\d{4}(?!\\w)"),
                            "a token",
                            Pattern.compile("\\beyJ[\\w-]{8,}\\.[\\w-]{8,}")));

    PersonalData {
        values = Set.copyOf(values);
    }

    /** The lines that have some of it, each with what it is. */
    List<String> in(Collection<String> lines) {
        return lines.stream()
                .flatMap(line -> what(line).stream().map(found -> found + ": " + line))
                .toList();
    }

    private List<String> what(String line) {
        if (values.stream().anyMatch(line::contains)) {
            return List.of("a name, a place or a secret");
        }
        return SHAPES.entrySet().stream()
                .filter(shape -> shape.getValue().matcher(line).find())
                .map(Map.Entry::getKey)
                .limit(1)
                .toList();
    }
}
