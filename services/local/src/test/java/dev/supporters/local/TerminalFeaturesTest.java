package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

class TerminalFeaturesTest {

    @Test
    void aTerminalHasALiveLineWithColoursAHundredColumnsWide() {
        assertThat(TerminalFeatures.of(true, Map.of("TERM", "xterm-256color")))
                .isEqualTo(new TerminalFeatures(true, true, 100));
    }

    @Test
    void aFileHasNoLiveLine() {
        assertThat(TerminalFeatures.of(false, Map.of("TERM", "xterm", "COLUMNS", "120")))
                .isEqualTo(TerminalFeatures.none());
    }

    @Test
    void aDumbTerminalIsTreatedAsAFile() {
        assertThat(TerminalFeatures.of(true, Map.of("TERM", "dumb")))
                .isEqualTo(TerminalFeatures.none());
    }

    @Test
    void whoWantsNoColoursStillHasALiveLine() {
        assertThat(TerminalFeatures.of(true, Map.of("NO_COLOR", "1")))
                .isEqualTo(new TerminalFeatures(true, false, 100));
        assertThat(TerminalFeatures.of(true, Map.of("NO_COLOR", "")).colours()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"80,80", "1,1", "9999,1000", "0,100", "-5,100", "wide,100", "99999999999,100"})
    void theWidthIsThatOfTheEnvironmentIfItCanBeOne(String columns, int width) {
        assertThat(TerminalFeatures.of(true, Map.of("COLUMNS", columns)).width()).isEqualTo(width);
    }
}
