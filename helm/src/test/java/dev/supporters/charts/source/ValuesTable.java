package dev.supporters.charts.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of a chart's values, made from the comments of its values.yaml that begin with {@code --}. */
public final class ValuesTable {

    private static final Pattern COMMENT = Pattern.compile("^ *# ?(-- )?(.*)$");
    private static final Pattern KEY = Pattern.compile("^( *)([A-Za-z][A-Za-z0-9-]*):(?: (.*))?$");
    private static final int INDENT = 2;

    private final List<String> path = new ArrayList<>();
    private final StringBuilder meaning = new StringBuilder();
    private final StringBuilder rows =
            new StringBuilder("| value | default | meaning |\n|---|---|---|\n");

    private ValuesTable() {}

    public static String of(String valuesYaml) {
        ValuesTable table = new ValuesTable();
        valuesYaml.lines().forEach(table::read);
        return table.rows.toString();
    }

    private void read(String line) {
        Matcher comment = COMMENT.matcher(line);
        Matcher key = KEY.matcher(line);
        if (comment.matches()) {
            said(comment.group(1) != null, comment.group(2));
        } else if (key.matches()) {
            found(key.group(1).length() / INDENT, key.group(2), key.group(3));
        } else {
            meaning.setLength(0);
        }
    }

    /** A meaning goes on over the following lines of comment. */
    private void said(boolean begins, String text) {
        if (begins) {
            meaning.setLength(0);
            meaning.append(text);
        } else if (!meaning.isEmpty()) {
            meaning.append(' ').append(text);
        }
    }

    private void found(int depth, String name, String value) {
        while (path.size() > depth) {
            path.removeLast();
        }
        path.add(name);
        if (!meaning.isEmpty()) {
            rows.append(
                    "| `%s` | %s | %s |\n"
                            .formatted(
                                    String.join(".", path),
                                    value == null ? "" : "`" + value.replace("|", "\\|") + "`",
                                    meaning.toString().replace("|", "\\|")));
        }
        meaning.setLength(0);
    }
}
