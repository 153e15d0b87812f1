package dev.supporters.local.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateNightClockTest {

    private static final Instant ANCHOR = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant ORIGIN = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void runsAtItsRateAndThenAtRateOne() {
        assertThat(clock(10).now()).isEqualTo(ORIGIN.plusSeconds(1_200));
        assertThat(clock(70).now()).isEqualTo(ORIGIN.plusSeconds(7_200 + 10));
    }

    @Test
    void knowsHowMuchRealTimeIsLeft() {
        assertThat(clock(10).realUntil(ORIGIN.plusSeconds(2_400))).isEqualTo(Duration.ofSeconds(10));
        assertThat(clock(59).realUntil(ORIGIN.plusSeconds(7_205))).isEqualTo(Duration.ofSeconds(6));
        assertThat(clock(10).realUntil(ORIGIN)).isEqualTo(Duration.ZERO);
    }

    private static NightClock clock(int realSeconds) {
        Instant now = ANCHOR.plusSeconds(realSeconds);
        return new RateNightClock(() -> now, 120, ANCHOR, ORIGIN, ORIGIN.plusSeconds(7_200));
    }
}
