package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

class LogsAboveLiveLineTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final Console terminal = new Console(out, new TerminalFeatures(true, false, 100));
    private final Logger logger = Logger.getLogger("above the live line");

    @Test
    void aWarningAppearsAboveTheLiveLine() {
        // Given
        logger.setUseParentHandlers(false);
        logger.addHandler(new StreamHandler(out, new MessageOnly()));
        LogsAboveLiveLine.of(logger, terminal);
        terminal.show("22:00");

        // When
        logger.log(Level.WARNING, "disk full");

        // Then
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo(live("22:00") + "\r\033[K" + "WARNING disk full\n" + live("22:00"));
    }

    private static String live(String text) {
        return "\033[?7l" + text + "\033[?7h";
    }

    private static final class MessageOnly extends Formatter {

        @Override
        public String format(LogRecord event) {
            return event.getLevel() + " " + event.getMessage() + "\n";
        }
    }
}
