package dev.supporters.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A file of statements, read and added up here, by nothing that the gateway uses: comma-separated values (RFC 4180) with a header, a row for
 * each statement, a row SUM for each currency, and at last a row SHA256 with the digest of all before it.
 *
 * @param rows of statements, by the header's names
 * @param sums what the rows SUM say, by currency
 * @param checksumHolds whether the last row has the digest of all before it
 */
public record StatementFile(
        List<Map<String, String>> rows,
        Map<String, Map<String, String>> sums,
        boolean checksumHolds) {

    private static final String SUM = "SUM";
    private static final String CHECKSUM = "SHA256,";
    private static final String END = "\r\n";
    private static final char QUOTE = '"';

    /** Columns that nobody adds up. */
    private static final Set<String> NOT_SUMMED =
            Set.of(
                    "business_date",
                    "driver_id",
                    "work_id",
                    "product",
                    "state",
                    "hourly_wage",
                    "currency",
                    "payment");

    /** What comes to the total. */
    private static final List<String> PARTS =
            List.of(
                    "earned",
                    "corrections",
                    "guarantees",
                    "deductions",
                    "grants",
                    "not_taken",
                    "closed_dates",
                    "paid_later");

    public StatementFile {
        rows = List.copyOf(rows);
        sums = Map.copyOf(sums);
    }

    public static StatementFile read(String text) {
        int last = text.lastIndexOf(CHECKSUM);
        String before = last < 0 ? text : text.substring(0, last);
        boolean holds = last >= 0 && text.substring(last).equals(CHECKSUM + digest(before) + END);
        List<List<String>> lines = lines(before);
        List<Map<String, String>> rows = new ArrayList<>();
        Map<String, Map<String, String>> sums = new TreeMap<>();
        for (List<String> cells : lines.subList(Math.min(1, lines.size()), lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size() && i < lines.getFirst().size(); i++) {
                row.put(lines.getFirst().get(i), cells.get(i));
            }
            if (cells.getFirst().equals(SUM)) {
                sums.put(row.getOrDefault("currency", ""), row);
            } else {
                rows.add(row);
            }
        }
        return new StatementFile(rows, sums, holds);
    }

    /** What is wrong with the file by itself; empty if it adds up. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!checksumHolds) {
            faults.add("its checksum line does not hold");
        }
        for (Map<String, String> row : rows) {
            long parts = PARTS.stream().mapToLong(part -> number(row, part)).sum();
            if (parts != number(row, "total")) {
                faults.add(
                        "shift %s: the total is %d (expected: %d, what its parts come to)"
                                .formatted(row.get("work_id"), number(row, "total"), parts));
            }
        }
        Map<String, Map<String, Long>> expected = added();
        if (!expected.keySet().equals(sums.keySet())) {
            faults.add("sums of %s (expected: %s)".formatted(sums.keySet(), expected.keySet()));
        }
        sums.forEach((currency, sum) ->
                expected.getOrDefault(currency, Map.of())
                        .forEach((column, number) -> {
                            if (number(sum, column) != number) {
                                faults.add(
                                        "sum of %s in %s: %d (expected: %d)"
                                                .formatted(
                                                        column,
                                                        currency,
                                                        number(sum, column),
                                                        number));
                            }
                        }));
        return faults;
    }

    /** Each column that can be added up, by currency. */
    private Map<String, Map<String, Long>> added() {
        Map<String, Map<String, Long>> added = new TreeMap<>();
        for (Map<String, String> row : rows) {
            Map<String, Long> sum =
                    added.computeIfAbsent(
                            row.getOrDefault("currency", ""), currency -> new TreeMap<>());
            row.keySet().stream()
                    .filter(column -> !NOT_SUMMED.contains(column))
                    .forEach(column -> sum.merge(column, number(row, column), Long::sum));
        }
        return added;
    }

    /** The sum of a column over all rows. */
    public long sum(String column) {
        return rows.stream().mapToLong(row -> number(row, column)).sum();
    }

    /** In the minor unit, by shift. */
    public Map<String, Long> totals() {
        Map<String, Long> totals = new TreeMap<>();
        rows.forEach(row ->
                totals.merge(row.getOrDefault("work_id", ""), number(row, "total"), Long::sum));
        return totals;
    }

    /** What is no number counts as 0, and then something does not add up. */
    private static long number(Map<String, String> row, String column) {
        try {
            return Long.parseLong(row.getOrDefault(column, "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == QUOTE && i + 1 < text.length() && text.charAt(i + 1) == QUOTE) {
                cell.append(c);
                i++;
            } else if (c == QUOTE) {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                cells.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(cells));
                    cells.clear();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return lines;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
