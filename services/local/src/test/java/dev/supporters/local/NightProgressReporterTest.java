package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.player.NightSetup.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

class NightProgressReporterTest {

    /** 22:00 in Seoul. */
    private static final Instant BEGIN = Instant.parse("2026-11-20T13:00:00Z");

    private static final Instant END = BEGIN.plus(Duration.ofHours(5));

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void aFileGetsALineForEachTenMinutesOfTheNightAlsoPastMidnight() {
        NightProgressReporter reporter = reporter(TerminalFeatures.none(), "Asia/Seoul");

        pass(reporter, BEGIN.plus(Duration.ofMinutes(95)), Duration.ofMinutes(45), 15);

        assertThat(clocks()).containsExactly("23:40", "23:50", "00:00", "00:10", "00:20");
    }

    @Test
    void theFirstLineIsThatOfTheFirstFullTenMinutes() {
        NightProgressReporter reporter = reporter(TerminalFeatures.none(), "Asia/Seoul");

        pass(reporter, BEGIN.minus(Duration.ofMinutes(5)), Duration.ofMinutes(16), 15);

        assertThat(clocks()).containsExactly("22:00", "22:10");
    }

    @Test
    void aFastNightLeavesNoTenMinutesOut() {
        NightProgressReporter reporter = reporter(TerminalFeatures.none(), "Asia/Seoul");

        pass(reporter, BEGIN.plusSeconds(1), Duration.ofMinutes(31), 150);

        assertThat(clocks()).containsExactly("22:10", "22:20", "22:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Kathmandu", "+05:45"})
    void tenMinutesAreThoseOfTheClockOnTheWall(String zone) {
        NightProgressReporter reporter = reporter(TerminalFeatures.none(), zone);

        pass(reporter, BEGIN, Duration.ofMinutes(20), 15);

        assertThat(clocks()).containsExactly("18:50", "19:00");
    }

    @Test
    void theLastFiguresAreSaidOnce() {
        NightProgressReporter reporter = reporter(TerminalFeatures.none(), "Asia/Seoul");
        pass(reporter, BEGIN.plus(Duration.ofMinutes(9)), Duration.ofMinutes(1), 15);
        assertThat(clocks()).containsExactly("22:10");

        reporter.end();
        assertThat(clocks()).containsExactly("22:10");

        reporter.report(progress(BEGIN.plus(Duration.ofMinutes(13))));
        reporter.end();
        assertThat(clocks()).containsExactly("22:10", "22:13");
    }

    @Test
    void aNightThatReportedNothingEndsWithoutALine() {
        reporter(TerminalFeatures.none(), "Asia/Seoul").end();

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aTerminalGetsOneLiveLineAndAtTheEndTheLastFigures() {
        NightProgressReporter reporter =
                reporter(new TerminalFeatures(true, false, 100), "Asia/Seoul");

        pass(reporter, BEGIN, Duration.ofMinutes(30), 15);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .doesNotContain("\n")
                .contains("22:00 [")
                .contains("22:30 [");

        reporter.end();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .endsWith(
                        "\r\033[K  22:30  open   1  driving   2  completed   3  cancelled   4  at work   5"
                                + System.lineSeparator());
    }

    private void pass(
            NightProgressReporter reporter, Instant from, Duration length, int stepSeconds) {
        Instant end = from.plus(length);
        for (Instant now = from; !now.isAfter(end); now = now.plusSeconds(stepSeconds)) {
            reporter.report(progress(now));
        }
    }

    private NightProgressReporter reporter(TerminalFeatures features, String zone) {
        return new NightProgressReporter(
                new NightProgressLine(ZoneId.of(zone), BEGIN, END),
                new Console(new PrintStream(printed, true, StandardCharsets.UTF_8), features));
    }

    private List<String> clocks() {
        return printed.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.strip().substring(0, "HH:mm".length()))
                .toList();
    }

    private static Progress progress(Instant now) {
        return new Progress(now, 1, 2, 3, 4, 0, 5);
    }
}
