package dev.supporters.simulation;

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

    static Reader open(Path path, String name) {
        try {
            if (Files.isDirectory(path)) {
                throw NightFileException.unreadable(name, "is a directory");
            }
            return text(new BufferedInputStream(Files.newInputStream(path)), name);
        } catch (NoSuchFileException e) {
            throw NightFileException.unreadable(name, "there is no such file");
        } catch (AccessDeniedException e) {
            throw NightFileException.unreadable(name, "no permission to read it");
        } catch (IOException e) {
            throw NightFileException.unreadable(name, "cannot be read: " + e.getMessage());
        }
    }

    private static Reader text(InputStream in, String name) throws IOException {
        in.mark(HEAD_BYTES);
        byte[] head = in.readNBytes(HEAD_BYTES);
        in.reset();
        if (startsWith(head, 'P', 'K')) {
            throw refused(in, name, "is a workbook or an archive, not text");
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
                throw refused(in, name, "is not text");
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

    private static NightFileException refused(InputStream in, String name, String problem)
            throws IOException {
        in.close();
        return NightFileException.unreadable(name, problem);
    }
}
