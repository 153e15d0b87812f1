package dev.supporters.platform.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which column stands where. Case and spaces don't matter; columns that nobody knows are left alone. */
public final class CsvHeader {

    private final List<String> names;
    private final Map<String, Integer> indexes = new HashMap<>();

    CsvHeader(CsvTable.CsvCells header, Set<String> known, List<String> required) {
        names = header.withoutEmptyEnd(0).cells().stream().map(CsvHeader::normal).toList();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Integer before = known.contains(name) ? indexes.put(name, i) : null;
            if (before != null) {
                throw CsvException.at(
                        header.line(),
                        name,
                        "the column twice, as number " + (before + 1) + " and " + (i + 1),
                        "each column once");
            }
        }
        for (String name : required) {
            if (!indexes.containsKey(name)) {
                throw CsvException.at(
                        header.line(),
                        name,
                        header.blank() ? "nothing" : "only " + String.join(", ", header.cells()),
                        "a header with " + String.join(",", required));
            }
        }
    }

    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    int size() {
        return names.size();
    }

    /** Null if the file has no such column. */
    Integer index(String column) {
        return indexes.get(column);
    }

    /** The column's name, or its number if it has none. */
    String name(int index) {
        return index < names.size() && !names.get(index).isEmpty()
                ? names.get(index)
                : Integer.toString(index + 1);
    }

    List<String> unknown() {
        List<String> unknown = new ArrayList<>(names);
        unknown.removeIf(name -> name.isEmpty() || indexes.containsKey(name));
        return List.copyOf(unknown);
    }
}
