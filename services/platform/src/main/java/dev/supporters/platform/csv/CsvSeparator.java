package dev.supporters.platform.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands between the cells: a comma, a semicolon, a tab or a bar, or what the line says that Excel knows. */
final class CsvSeparator {

    private static final String SAYS = "sep=";
    private static final char USUAL = ',';
    private static final List<Character> POSSIBLE = List.of(USUAL, ';', '\t', '|');
    private static final int HEADER_CHARACTERS = 8_192;

    private CsvSeparator() {}

    /** The separator by which the header has the most known columns. The text is left at its begin. */
    static char of(BufferedReader text, Set<String> known) throws IOException {
        text.mark(HEADER_CHARACTERS + 1);
        char[] head = new char[HEADER_CHARACTERS];
        int length = 0;
        for (int read = 0; read >= 0 && length < head.length; ) {
            read = text.read(head, length, head.length - length);
            length += Math.max(0, read);
        }
        text.reset();
        Optional<String> header =
                new String(head, 0, length).lines().filter(line -> !line.isBlank()).findFirst();
        return header.map(line -> of(line.replace("\"", ""), known)).orElse(USUAL);
    }

    private static char of(String header, Set<String> known) {
        if (header.startsWith(SAYS) && header.length() > SAYS.length()) {
            return header.charAt(SAYS.length());
        }
        char best = USUAL;
        long most = 0;
        for (char separator : POSSIBLE) {
            long found = found(header, separator, known);
            if (found > most) {
                best = separator;
                most = found;
            }
        }
        return best;
    }

    private static long found(String header, char separator, Set<String> known) {
        return Stream.of(header.split(Pattern.quote(String.valueOf(separator))))
                .filter(name -> known.contains(CsvHeader.normal(name)))
                .count();
    }

    /** Whether the first line only says what the separator is. */
    static boolean isSaidBy(CsvTable.CsvCells first) {
        return first.line() == 1 && first.cells().getFirst().startsWith(SAYS);
    }
}
