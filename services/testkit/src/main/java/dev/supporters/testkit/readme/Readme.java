package dev.supporters.testkit.readme;

import dev.supporters.testkit.SourceTree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A README in its parts: sections by their headings, the rows of its tables, its links. */
record Readme(String text, Map<String, String> sections, List<Row> rows) {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

    /** A row of a table: the table's column names in lower case, and the cell of each. */
    record Row(String section, Map<String, String> cells) {

        boolean has(String column) {
            return cells.containsKey(column);
        }

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        String first() {
            return cells.values().iterator().next();
        }

        /** What is in back quotes in the cell. */
        List<String> codes(String column) {
            return Readme.codes(cell(column));
        }
    }

    static Readme read(Path file) {
        return parse(SourceTree.read(file));
    }

    static Readme parse(String text) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        String section = "";
        List<String> columns = List.of();
        for (String line : text.lines().toList()) {
            if (line.startsWith("## ")) {
                section = line.substring(3).strip();
            }
            sections.computeIfAbsent(section, name -> new StringBuilder())
                    .append(line)
                    .append('\n');
            if (!line.startsWith("|")) {
                columns = List.of();
            } else if (columns.isEmpty()) {
                columns = cells(line).stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
            } else if (!line.matches("[|: -]+")) {
                rows.add(new Row(section, row(columns, cells(line))));
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        sections.forEach((name, lines) -> texts.put(name, lines.toString()));
        texts.remove("");
        return new Readme(text, texts, rows);
    }

    List<String> headings() {
        return List.copyOf(sections.keySet());
    }

    String section(String heading) {
        return sections.getOrDefault(heading, "");
    }

    /** The rows of all tables that have the column. */
    Stream<Row> rowsWith(String column) {
        return rows.stream().filter(row -> row.has(column));
    }

    /** Links to files of this repository, without the anchors. */
    List<String> fileLinks() {
        return LINK.matcher(text)
                .results()
                .map(found -> found.group(1).replaceFirst("#.*", ""))
                .filter(link -> !link.isEmpty() && !link.contains("://"))
                .toList();
    }

    static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return row;
    }

    private static List<String> cells(String line) {
        String inside = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        return Stream.of(inside.split("\\|", -1)).map(String::strip).toList();
    }
}
