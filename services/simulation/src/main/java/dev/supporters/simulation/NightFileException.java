package dev.supporters.simulation;

/** A night's file cannot be used; the message is one line that says where, what was found and what was expected. */
public final class NightFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 120;

    private NightFileException(String message) {
        super(message);
    }

    static NightFileException unreadable(String file, String problem) {
        return new NightFileException(
                file + ": " + oneLine(problem) + " (expected: a readable CSV file)");
    }

    static NightFileException at(
            String file, long line, String column, String found, String expected) {
        return new NightFileException(
                "%s: line %d, column %s: found \"%s\" (expected: %s)"
                        .formatted(file, line, oneLine(column), oneLine(found), expected));
    }

    /** The file can be read, but there is no night in it that can be played. */
    static NightFileException unplayable(String file, String found, String expected) {
        return new NightFileException(
                "%s: %s (expected: %s)".formatted(file, oneLine(found), expected));
    }

    NightFileException withHint(String hint) {
        return new NightFileException(getMessage() + "; " + hint);
    }

    private static String oneLine(String text) {
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
