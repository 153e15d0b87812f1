package dev.supporters.testkit.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * CSV files as spreadsheets and people who mean no good write them: known columns in any order, twice, or missing; all separators; quotes
 * that do not end; good values beside those of {@link RandomValues}; files that are cut off, or no text at all.
 */
public final class HostileTables {

    private static final int MOST_ROWS = 12;
    private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");
    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");
    private static final List<Charset> CHARSETS =
            List.of(UTF_8, UTF_8, UTF_8, ISO_8859_1, StandardCharsets.UTF_16LE);

    private final Map<String, List<String>> columns;
    private final Random random = new Random(RandomValues.seed());

    /**
     * Of one kind of file.
     *
     * @param columns those that are known, each with good values
     */
    public HostileTables(Map<String, List<String>> columns) {
        this.columns = Map.copyOf(columns);
    }

    /** One more file. */
    public byte[] next() {
        String separator = any(SEPARATORS);
        String lineEnd = any(LINE_ENDS);
        List<String> header = header();
        StringBuilder table = new StringBuilder(random.nextInt(6) == 0 ? "\ufeff" : "");
        table.append(String.join(separator, header)).append(lineEnd);
        int rows = random.nextInt(MOST_ROWS);
        // one bad value may be enough to refuse a file, and what comes after it is not looked at
        boolean allGood = random.nextInt(3) == 0;
        for (int row = 0; row < rows; row++) {
            table.append(String.join(separator, row(header, allGood))).append(lineEnd);
        }
        byte[] bytes = table.toString().getBytes(any(CHARSETS));
        return random.nextInt(6) == 0 ? RandomValues.damaged(bytes, random) : bytes;
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(columns.keySet().stream().sorted().toList());
        if (random.nextInt(3) == 0) {
            Collections.shuffle(header, random);
        }
        switch (random.nextInt(8)) {
            case 0 -> header.removeFirst();
            case 1 -> header.add(any(header));
            case 2 -> header.add(RandomValues.text(random));
            case 3 -> header.replaceAll(name -> name.toUpperCase(Locale.ROOT) + " ");
            default -> {} // as it is described
        }
        return header;
    }

    private List<String> row(List<String> header, boolean allGood) {
        List<String> row = new ArrayList<>();
        for (String column : header) {
            List<String> good = columns.getOrDefault(column, List.of());
            boolean bad = good.isEmpty() || (!allGood && random.nextInt(8) == 0);
            String value = bad ? bad() : any(good);
            row.add(allGood ? value : quoted(value));
        }
        if (!allGood && random.nextInt(20) == 0) {
            row.add(bad());
        }
        return row;
    }

    private String bad() {
        return random.nextInt(3) == 0
                ? Long.toString(RandomValues.number(random))
                : RandomValues.text(random);
    }

    private String quoted(String value) {
        return switch (random.nextInt(12)) {
            case 0 -> '"' + value.replace("\"", "\"\"") + '"';
            case 1 -> '"' + value;
            default -> value;
        };
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
