package dev.supporters.platform.csv;

/** A CSV file, or a row of it, cannot be used; the message is one line that says where, what was found and what was expected. */
public final class CsvException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 120;

    private final long line;

    private CsvException(long line, String message) {
        super(message);
        this.line = line;
    }

    static CsvException unreadable(String problem) {
        return new CsvException(0, oneLine(problem) + " (expected: a readable CSV file)");
    }

    /** A cell that cannot be used. */
    public static CsvException at(long line, String column, String found, String expected) {
        return new CsvException(
                line,
                "line %d, column %s: found \"%s\" (expected: %s)"
                        .formatted(line, oneLine(column), oneLine(found), expected));
    }

    CsvException withHint(String hint) {
        return new CsvException(line, getMessage() + "; " + hint);
    }

    /** The line of the file, from 1; 0 if it is the whole file. */
    public long line() {
        return line;
    }

    /** A text that fits into one line of a terminal: shortened, and without control characters. */
    public static String oneLine(String text) {
        String printable =
                text.codePoints()
                        .map(c -> Character.isISOControl(c) ? '?' : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "…";
    }
}
