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
}
