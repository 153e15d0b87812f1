package dev.supporters.platform.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads metrics as Prometheus' text format has them. */
public final class MetricText {

    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\",?");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private MetricText() {}

    /** Only what has one of the names: a service has thousands of others. A line that is none is left out. */
    public static List<MetricSample> read(String text, Set<String> names) {
        return read(text, names::contains);
    }

    /** All of them. A line that is none is left out. */
    public static List<MetricSample> read(String text) {
        return read(text, name -> true);
    }

    private static List<MetricSample> read(String text, Predicate<String> wanted) {
        List<MetricSample> samples = new ArrayList<>();
        text.lines().forEach(line -> sample(line, wanted, samples));
        return samples;
    }

    private static void sample(String line, Predicate<String> wanted, List<MetricSample> samples) {
        int end = nameEnd(line);
        if (end <= 0 || line.startsWith("#") || !wanted.test(line.substring(0, end))) {
            return;
        }
        Map<String, String> labels = new HashMap<>();
        int value = end;
        if (line.charAt(end) == '{') {
            Matcher label = LABEL.matcher(line);
            value = end + 1;
            while (label.region(value, line.length()).lookingAt()) {
                labels.put(label.group(1), unescaped(label.group(2)));
                value = label.end();
            }
            if (value >= line.length() || line.charAt(value) != '}') {
                return;
            }
            value++;
        }
        number(line.substring(value).strip())
                .ifPresent(found ->
                        samples.add(new MetricSample(line.substring(0, end), labels, found)));
    }

    private static int nameEnd(String line) {
        for (int at = 0; at < line.length(); at++) {
            char found = line.charAt(at);
            if (found == '{' || found == ' ') {
                return at;
            }
        }
        return -1;
    }

    /** A time may come after the number. */
    private static Optional<Double> number(String text) {
        String number = text.split(" ", 2)[0];
        try {
            return Optional.of(
                    switch (number) {
                        case "+Inf" -> Double.POSITIVE_INFINITY;
                        case "-Inf" -> Double.NEGATIVE_INFINITY;
                        default -> Double.parseDouble(number);
                    });
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                found.group(1).equals("n") ? "\n" : found.group(1)));
    }
}
