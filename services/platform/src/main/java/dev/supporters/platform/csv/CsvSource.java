package dev.supporters.platform.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens a file as text in the encoding that its first bytes show; what is no text is answered in one line. */
final class CsvSource {

    private static final int HEAD_BYTES = 4_096;
    private static final int SPACE = 0x20;

    private CsvSource() {}

    static Reader open(Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw CsvException.unreadable("is a directory");
            }
            return text(Files.newInputStream(path));
        } catch (NoSuchFileException e) {
            throw CsvException.unreadable("there is no such file");
        } catch (AccessDeniedException e) {
            throw CsvException.unreadable("no permission to read it");
        } catch (IOException e) {
            throw CsvException.unreadable("cannot be read: " + e.getMessage());
        }
    }

    static Reader text(InputStream bytes) throws IOException {
        InputStream in = new BufferedInputStream(bytes);
        in.mark(HEAD_BYTES);
        byte[] head = in.readNBytes(HEAD_BYTES);
        in.reset();
        if (startsWith(head, 'P', 'K')) {
            throw refused(in, "is a workbook or an archive, not text");
        }
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            in.skipNBytes(3);
            return new InputStreamReader(in, StandardCharsets.UTF_8);
        }
        Charset wide = wide(head);
        if (wide != null) {
            in.skipNBytes(head[0] == 0 || head[1] == 0 ? 0 : 2);
            return new InputStreamReader(in, wide);
        }
        for (byte b : head) {
            if (b >= 0 && b < SPACE && !Character.isWhitespace(b)) {
                throw refused(in, "is not text");
            }
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /** UTF-16 by its mark, or by the zero in one half of the first ASCII character; null if it is neither. */
    private static Charset wide(byte[] head) {
        if (head.length < 2) {
            return null;
        }
        if (startsWith(head, 0xFF, 0xFE) || (head[0] != 0 && head[1] == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(head, 0xFE, 0xFF) || (head[0] == 0 && head[1] != 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    private static boolean startsWith(byte[] head, int... first) {
        if (head.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((head[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private static CsvException refused(InputStream in, String problem) throws IOException {
        in.close();
        return CsvException.unreadable(problem);
    }
}
