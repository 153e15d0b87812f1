package dev.supporters.oracle;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines of the printed report. */
final class ReportLines {

    private ReportLines() {}

    static String head(String title) {
        return title + rule(66 - title.length());
    }

    static String rule(int length) {
        return " " + "─".repeat(Math.max(1, length - 1));
    }

    static String number(String name, long number) {
        return line(name, String.format(Locale.ROOT, "%,d", number));
    }

    static String number(String name, double number, String unit) {
        return line(
                name,
                String.format(Locale.ROOT, "%,.2f%s", number, unit.isEmpty() ? "" : " " + unit));
    }

    static String share(String name, long part, long whole) {
        double percent = whole == 0 ? 0 : 100.0 * part / whole;
        return line(name, String.format(Locale.ROOT, "%,d of %,d = %.1f %%", part, whole, percent));
    }

    static String line(String name, String value) {
        return String.format(Locale.ROOT, "  %-44s %s", name, value);
    }

    /** Most first. */
    static List<String> counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(count -> number("  " + count.getKey(), count.getValue()))
                .toList();
    }
}
