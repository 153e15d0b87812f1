package dev.supporters.testkit.readme;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of settings of a README: a column `property` with one or more keys, a column `default` with as many values. A key that
 * begins with a dot takes its beginning from the key before it; `<name>` and `*` stand for any text.
 */
final class SettingRows {

    static final String PROPERTY = "property";
    private static final String DEFAULT = "default";
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d+) ?(ms|s|m|min|h|d)");
    private static final Pattern PLACEHOLDER = Pattern.compile("<[^>]+>|\\*");
    private static final Set<String> NONE = Set.of("", "-", "–", "none", "no default");

    private final Map<String, String> written = new TreeMap<>();

    SettingRows(Readme readme) {
        readme.rowsWith(PROPERTY).forEach(this::add);
    }

    Set<String> keys() {
        return written.keySet();
    }

    /** Keys of the code that no row names. */
    Set<String> missing(ConfigKeys code) {
        Set<String> missing = new TreeSet<>(code.defaults().keySet());
        missing.removeIf(key -> written.keySet().stream().anyMatch(row -> matches(row, key)));
        return missing;
    }

    /** Keys of ours that the code does not read. */
    Set<String> unknown(ConfigKeys code, Set<String> shared) {
        Set<String> unknown = new TreeSet<>();
        for (String row : written.keySet()) {
            if (row.startsWith("supporters.")
                    && code.defaults().keySet().stream().noneMatch(key -> matches(row, key))
                    && shared.stream().noneMatch(prefix -> row.startsWith(prefix))) {
                unknown.add(row);
            }
        }
        return unknown;
    }

    /** Rows whose default is another than the code's, as `key: found (expected: default)`. A row for several different defaults says none. */
    List<String> wrongDefaults(ConfigKeys code) {
        List<String> wrong = new ArrayList<>();
        written.forEach((row, found) -> {
            Set<String> expected = new TreeSet<>();
            code.defaults()
                    .forEach((key, value) -> {
                        if (matches(row, key)) {
                            expected.add(comparable(value));
                        }
                    });
            if (expected.size() == 1 && !expected.contains(comparable(found))) {
                wrong.add(row + ": " + found + " (expected: " + expected + ")");
            }
        });
        return wrong;
    }

    private void add(Readme.Row row) {
        List<String> keys = row.codes(PROPERTY);
        List<String> values =
                keys.size() > 1
                        ? List.of(row.cell(DEFAULT).split(", "))
                        : List.of(row.cell(DEFAULT));
        String before = "";
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            if (key.startsWith(".")) {
                key = before.substring(0, before.lastIndexOf('.')) + key;
            }
            written.put(key, values.size() == keys.size() ? values.get(i) : values.getFirst());
            before = key;
        }
    }

    private static boolean matches(String row, String key) {
        if (row.equals(key)) {
            return true;
        }
        if (!PLACEHOLDER.matcher(row).find()) {
            return false;
        }
        StringBuilder expression = new StringBuilder();
        for (String part : PLACEHOLDER.split(row, -1)) {
            expression.append(expression.isEmpty() ? "" : ".+").append(Pattern.quote(part));
        }
        return key.matches(expression.toString());
    }

    /** One text for one value: durations in milliseconds, no back quotes, one text for no default. */
    private static String comparable(String value) {
        String plain = value.replace("`", "").strip();
        if (NONE.contains(plain) || plain.startsWith("none")) {
            return "none";
        }
        if (plain.toUpperCase(Locale.ROOT).startsWith("PT")) {
            return Duration.parse(plain).toMillis() + " ms";
        }
        Matcher duration = SHORT_DURATION.matcher(plain);
        return duration.matches()
                ? Long.parseLong(duration.group(1)) * millis(duration.group(2)) + " ms"
                : plain;
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> 60_000;
        };
    }
}
