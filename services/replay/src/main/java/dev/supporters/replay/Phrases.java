package dev.supporters.replay;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences in one language. */
final class Phrases {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Locale locale;
    private final ResourceBundle bundle;

    Phrases(Locale locale) {
        this.locale = locale;
        bundle =
                ResourceBundle.getBundle(
                        "dev.supporters.replay.phrases",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A sentence; numbers and texts take the places of {0}, {1} and so on. */
    String line(String key, Object... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = String.valueOf(values[i]);
        }
        return new MessageFormat(bundle.getString(key), locale).format(texts);
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    String minutes(long seconds) {
        return line("duration", seconds / 60, seconds % 60);
    }

    String minutes(Duration duration) {
        return minutes(duration.toSeconds());
    }

    static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }
}
