package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class WholeSecondsTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00.250Z");

    @Test
    void aSecondThatHasBegunCountsWhole() {
        assertThat(WholeSeconds.since(BEGIN, BEGIN)).isZero();
        assertThat(WholeSeconds.since(BEGIN, BEGIN.plusNanos(1))).isEqualTo(1);
        assertThat(WholeSeconds.since(BEGIN, BEGIN.plusSeconds(1))).isEqualTo(1);
        assertThat(WholeSeconds.since(BEGIN, BEGIN.plusMillis(1_001))).isEqualTo(2);
    }

    @Test
    void whatLiesBeforeTheBeginIsNegative() {
        assertThat(WholeSeconds.since(BEGIN, BEGIN.minusSeconds(1))).isEqualTo(-1);
        assertThat(WholeSeconds.since(BEGIN, BEGIN.minusMillis(1_500))).isEqualTo(-1);
    }
}
