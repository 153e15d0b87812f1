package dev.supporters.player;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class NightSeedTest {

    @ParameterizedTest
    @CsvSource({"1, PT5S", "20, PT5S", "60, PT15S", "120, PT30S", "480, PT2M", "600, PT2M"})
    void aRefusalHasAQuarterOfARealSecondButNoMoreThanAPolicyAllows(double rate, Duration veto) {
        assertThat(NightSeed.veto(rate)).isEqualTo(veto);
    }

    @ParameterizedTest
    @CsvSource({"1, PT2M", "60, PT10M", "600, PT1H"})
    void nobodyIsAskedToMoveMoreOftenThanAnAppCanAnswerAndAPolicyAllows(
            double rate, Duration minInterval) {
        assertThat(NightSeed.moves(new PollingIntervals(rate, 100, 160)).minInterval())
                .isEqualTo(minInterval);
    }
}
