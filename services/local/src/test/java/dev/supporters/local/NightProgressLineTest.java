package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.player.NightSetup.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

class NightProgressLineTest {

    /** 22:00 to 03:00 in Seoul. */
    private static final Instant BEGIN = Instant.parse("2026-11-20T13:00:00Z");

    private static final Instant END = Instant.parse("2026-11-20T18:00:00Z");

    private static final NightProgressLine LINE =
            new NightProgressLine(ZoneId.of("Asia/Seoul"), BEGIN, END);
    private static final Pattern NUMBER_AFTER_A_WORD = Pattern.compile("[a-z] +(\\d+)");

    @Test
    void aPlainLineHasTheClockOfTheNightAndAllFigures() {
        assertThat(LINE.plain(progress("2026-11-20T14:40:00Z")))
                .isEqualTo(
                        "  23:40  open  12  driving  34  completed 567  cancelled  23  at work 198");
    }

    @Test
    void aLiveLineHasABarToo() {
        assertThat(live(progress("2026-11-20T15:30:00Z"), 100))
                .isEqualTo(
                        "00:30 [############.............]  open  12  driving  34  completed 567  cancelled  23  at work 198");
    }

    @Test
    void theBarIsColouredWhereColoursAreWanted() {
        Progress progress = progress("2026-11-20T15:30:00Z");

        assertThat(LINE.live(progress, new TerminalFeatures(true, true, 100)))
                .contains("\033[36m[############.............]\033[0m")
                .isEqualTo(
                        live(progress, 100).replace("[#", "\033[36m[#").replace(".]", ".]\033[0m"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:55:00Z,21:55,0",
        "2026-11-20T13:00:00Z,22:00,0",
        "2026-11-20T14:59:59Z,23:59,11",
        "2026-11-20T15:00:00Z,00:00,12",
        "2026-11-20T17:59:00Z,02:59,29",
        "2026-11-20T18:00:00Z,03:00,30",
        "2026-11-20T19:10:00Z,04:10,30"
    })
    void theBarGrowsPastMidnightAndIsFullFromTheNightsEnd(Instant now, String clock, int done) {
        assertThat(live(progress(now.toString()), 200))
                .startsWith(clock + " [" + "#".repeat(done) + ".".repeat(30 - done) + "]  open");
    }

    @Test
    void aNightWithoutCallsHasZeros() {
        assertThat(LINE.plain(new Progress(BEGIN, 0, 0, 0, 0, 0, 0)))
                .isEqualTo(
                        "  22:00  open   0  driving   0  completed   0  cancelled   0  at work   0");
    }

    @Test
    void aNightWithoutLengthHasAFullBar() {
        var line = new NightProgressLine(ZoneId.of("UTC"), BEGIN, BEGIN);

        assertThat(line.live(new Progress(BEGIN, 0, 0, 0, 0, 0, 0), terminal(90)))
                .startsWith("13:00 [###############]  open");
    }

    @Test
    void callsThatEndedWithoutADriverAreShownIfThereAreAny() {
        assertThat(LINE.plain(new Progress(BEGIN, 1, 2, 3, 4, 5, 6)))
                .endsWith("cancelled   4  failed 5  at work   6");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void theFiguresOfCallsAddUpToTheCallsRequested(int failed) {
        Progress progress = new Progress(BEGIN, 12, 34, 567, 23, failed, 198);

        int sum =
                NUMBER_AFTER_A_WORD
                        .matcher(LINE.plain(progress))
                        .results()
                        .mapToInt(number -> Integer.parseInt(number.group(1)))
                        .sum();

        assertThat(sum - progress.working()).isEqualTo(progress.requested());
    }

    @Test
    void noLineIsAsWideAsItsTerminal() {
        Progress progress = progress("2026-11-20T15:30:00Z");

        assertThat(IntStream.rangeClosed(1, 300))
                .allSatisfy(width -> assertThat(live(progress, width)).hasSizeLessThan(width));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80|00:30 [##...]  open  12  driving  34  completed 567  cancelled  23  at work 198",
                "78|00:30  open  12  driving  34  completed 567  cancelled  23  at work 198",
                "71|00:30  open  12  driving  34  completed 567  cancelled  23",
                "30|00:30  open  12  driving  34",
                "17|00:30  open  12",
                "15|00:30",
                "5|''"
            })
    void whatDoesNotFitIsLeftOutAsAWhole(int width, String line) {
        assertThat(live(progress("2026-11-20T15:30:00Z"), width)).isEqualTo(line);
    }

    private static String live(Progress progress, int width) {
        return LINE.live(progress, terminal(width));
    }

    private static TerminalFeatures terminal(int width) {
        return new TerminalFeatures(true, false, width);
    }

    private static Progress progress(String now) {
        return new Progress(Instant.parse(now), 12, 34, 567, 23, 0, 198);
    }
}
