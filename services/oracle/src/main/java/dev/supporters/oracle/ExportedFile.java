package dev.supporters.oracle;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;

/**
 * The file of a business date's statements as the gateway gave it, and what settlement said of the same statements at that time.
 *
 * @param status of HTTP; 0 if there was no answer
 * @param totals what settlement said of final statements, in the minor unit, by shift
 * @param open shifts whose statements were not final yet: they may have changed in between
 */
public record ExportedFile(
        String businessDate, int status, String text, Map<String, Long> totals, Set<String> open) {

    public ExportedFile {
        requireNonNull(businessDate);
        requireNonNull(text);
        totals = Map.copyOf(totals);
        open = Set.copyOf(open);
    }
}
