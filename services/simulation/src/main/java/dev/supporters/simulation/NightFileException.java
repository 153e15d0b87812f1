package dev.supporters.simulation;

import dev.supporters.platform.csv.CsvException;

/** A night's file cannot be used; the message is one line that says where, what was found and what was expected. */
public final class NightFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NightFileException(String message) {
        super(message);
    }

    static NightFileException unreadable(String file, String problem) {
        return new NightFileException(
                file + ": " + CsvException.oneLine(problem) + " (expected: a readable CSV file)");
    }

    static NightFileException at(
            String file, long line, String column, String found, String expected) {
        return new NightFileException(
                "%s: line %d, column %s: found \"%s\" (expected: %s)"
                        .formatted(
                                file,
                                line,
                                CsvException.oneLine(column),
                                CsvException.oneLine(found),
                                expected));
    }

    /** The file can be read, but there is no night in it that can be played. */
    static NightFileException unplayable(String file, String found, String expected) {
        return new NightFileException(
                "%s: %s (expected: %s)".formatted(file, CsvException.oneLine(found), expected));
    }

    NightFileException withHint(String hint) {
        return new NightFileException(getMessage() + "; " + hint);
    }

    /** What is wrong with the file as a table. */
    static NightFileException of(String file, CsvException e) {
        return new NightFileException(file + ": " + e.getMessage());
    }
}
