package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

class ConsoleTest {

    private static final String ERASED = "\r\033[K";
    private static final String NEW_LINE = System.lineSeparator();

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final Console terminal = new Console(out, new TerminalFeatures(true, true, 100));

    @Test
    void aFileSeesOnlyWhatIsSaid() {
        Console file = new Console(out);

        file.show("22:00");
        file.say("one");
        file.endLiveLine();

        assertThat(printed()).isEqualTo("one" + NEW_LINE);
    }

    @Test
    void theLiveLineIsWrittenOver() {
        terminal.show("22:00");
        terminal.show("22:01");

        assertThat(printed()).isEqualTo(live("22:00") + ERASED + live("22:01"));
    }

    @Test
    void theSameLiveLineIsNotWrittenAgain() {
        terminal.show("22:00");
        terminal.show("22:00");

        assertThat(printed()).isEqualTo(live("22:00"));
    }

    @Test
    void whatIsSaidAppearsAboveTheLiveLine() {
        terminal.show("22:00");
        terminal.say("two\nlines");

        assertThat(printed())
                .isEqualTo(live("22:00") + ERASED + "two\nlines" + NEW_LINE + live("22:00"));
    }

    @Test
    void whatOthersWriteAppearsAboveTheLiveLineWhenItsLineIsComplete() {
        PrintStream errors = terminal.above(out);
        terminal.show("22:00");

        errors.print("경고 ");
        assertThat(printed()).isEqualTo(live("22:00"));

        errors.print("disk full\n");
        assertThat(printed()).isEqualTo(live("22:00") + ERASED + "경고 disk full\n" + live("22:00"));
    }

    @Test
    void whatOthersWriteToAFileIsLeftAlone() {
        assertThat(new Console(out).above(out)).isSameAs(out);
    }

    @Test
    void anEndedLiveLineIsErasedAndStaysAway() {
        terminal.show("22:00");
        terminal.endLiveLine();
        terminal.say("one");

        assertThat(printed()).isEqualTo(live("22:00") + ERASED + "one" + NEW_LINE);
    }

    @Test
    void nothingIsShownOnceLiveLinesAreForbidden() {
        terminal.show("22:00");
        terminal.forbidLiveLine();
        terminal.show("22:01");
        terminal.say("stopped");

        assertThat(printed()).isEqualTo(live("22:00") + ERASED + "stopped" + NEW_LINE);
    }

    @Test
    void theTextOfALiveLineIsNoFormat() {
        terminal.show("100 %");

        assertThat(printed()).isEqualTo(live("100 %"));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static String live(String text) {
        return "\033[?7l" + text + "\033[?7h";
    }
}
