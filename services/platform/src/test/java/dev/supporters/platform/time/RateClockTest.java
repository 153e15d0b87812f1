package dev.supporters.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class RateClockTest {

    private static final Instant ANCHOR = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant ORIGIN = Instant.parse("2015-06-26T20:50:00Z");
    private static final Instant SLOW = Instant.parse("2015-06-27T02:00:00Z");

    private Instant real = ANCHOR;

    @Test
    void aNightOfFourHoursTakesFourMinutesAtRateSixty() {
        RateClock clock = clock(60);

        real = ANCHOR.plus(Duration.ofMinutes(4));

        assertThat(clock.instant()).isEqualTo(ORIGIN.plus(Duration.ofHours(4)));
    }

    @Test
    void showsTheSameInEveryProcessThatKnowsAnchorOriginAndRate() {
        RateClock one = clock(60);
        real = ANCHOR.plusMillis(12_345);
        RateClock startedLater = clock(60);

        assertThat(startedLater.instant()).isEqualTo(one.instant());
    }

    @Test
    void runsAtRateOneAfterTheNight() {
        RateClock clock = clock(60);
        Duration night = Duration.between(ORIGIN, SLOW).dividedBy(60);

        real = ANCHOR.plus(night).plusSeconds(30);

        assertThat(clock.instant()).isEqualTo(SLOW.plusSeconds(30));
    }

    @Test
    void tellsHowMuchRealTimeIsLeftAcrossTheChangeOfRate() {
        RateClock clock = clock(60);

        assertThat(clock.untilReal(ORIGIN.plusSeconds(60))).isEqualTo(Duration.ofSeconds(1));
        assertThat(clock.untilReal(SLOW.plusSeconds(5)))
                .isEqualTo(Duration.between(ORIGIN, SLOW).dividedBy(60).plusSeconds(5));
        assertThat(clock.untilReal(ORIGIN.minusSeconds(60))).isEqualTo(Duration.ofSeconds(-1));
    }

    @Test
    void tellsOfInstantsThatAreNeverReached() {
        assertThat(clock(60).untilReal(Instant.MAX)).isGreaterThan(Duration.ofDays(36_500));
    }

    @Test
    void standsAtItsOriginUntilItsAnchorIsThere(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("anchor");
        RateClock clock = new RateClock(() -> real, 60, new AnchorFile(file), ORIGIN, SLOW);
        real = ANCHOR.plusSeconds(100);
        assertThat(clock.instant()).isEqualTo(ORIGIN);

        Files.writeString(file, ANCHOR + "\n");
        RateClock afterwards = new RateClock(() -> real, 60, new AnchorFile(file), ORIGIN, SLOW);

        assertThat(afterwards.instant()).isEqualTo(ORIGIN.plusSeconds(6000));
    }

    @Test
    void refusesARateThatIsNone() {
        assertThatThrownBy(() -> clock(0))
                .hasMessage("rate: 0.0 (expected: more than 0, at most 100000)");
    }

    private RateClock clock(double rate) {
        return new RateClock(() -> real, rate, () -> Optional.of(ANCHOR), ORIGIN, SLOW);
    }
}
