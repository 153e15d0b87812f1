package dev.supporters.platform.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Adds a last line of its own to a text. The parser takes a quote that is never closed for closed at the end of the file; here the
 * last line then is inside the quotes, instead of by itself.
 */
final class EndMarkingReader extends FilterReader {

    static final String END = "\uFFFFend of the file";

    private final String suffix = "\n" + END;
    private int given = -1;

    EndMarkingReader(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (given < 0) {
            int read = super.read(buffer, offset, length);
            if (read >= 0) {
                return read;
            }
            given = 0;
        }
        if (given == suffix.length()) {
            return -1;
        }
        int part = Math.min(length, suffix.length() - given);
        suffix.getChars(given, given + part, buffer, offset);
        given += part;
        return part;
    }
}
