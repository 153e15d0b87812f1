package dev.supporters.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A night from a CSV file, and what was in the file but not in the night.
 *
 * @param rows how many rows the file has
 * @param leftOut how many of them are not played, and why; a reason without rows is not in it
 * @param unusedColumns columns that mean nothing here
 */
public record NightFile(
        Night night, int rows, Map<LeftOut, Integer> leftOut, List<String> unusedColumns) {

    /** Why a row is not played. */
    public enum LeftOut {
        AT_ZERO("at 0/0"),
        FAR_AWAY("with a place more than 250 km from the others"),
        OTHER_NIGHT("of other nights"),
        OUTSIDE_WINDOW("more than an hour outside 21:00–01:00");

        private final String which;

        LeftOut(String which) {
            this.which = which;
        }
    }

    public NightFile {
        leftOut = Map.copyOf(leftOut);
        unusedColumns = List.copyOf(unusedColumns);
    }

    /**
     * Reads the file. Times on full minutes are spread over their minute by the seed.
     *
     * @throws NightFileException if there is no night in it that can be played
     */
    public static NightFile read(
            Path path, NightFileOptions options, NightParameters parameters, long seed) {
        return NightFileReader.read(path, options, parameters, seed);
    }

    /** One line: what is played, and what not. */
    public String summary() {
        return "%s: %s read, %s played, the night of %s in %s, fares in %s; left out: %s%s"
                .formatted(
                        night.name(),
                        counted(rows, "row"),
                        counted(night.calls().size(), "call"),
                        night.businessDate(),
                        night.zone(),
                        night.currency(),
                        leftOut(leftOut),
                        unusedColumns.isEmpty()
                                ? ""
                                : "; columns not used: " + String.join(", ", unusedColumns));
    }

    static String leftOut(Map<LeftOut, Integer> leftOut) {
        List<String> parts = new ArrayList<>();
        for (LeftOut reason : LeftOut.values()) {
            int count = leftOut.getOrDefault(reason, 0);
            if (count > 0) {
                parts.add(counted(count, "row") + " " + reason.which);
            }
        }
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    static String counted(int count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }
}
