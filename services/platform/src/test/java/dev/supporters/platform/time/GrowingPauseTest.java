package dev.supporters.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.stream.Stream;

class GrowingPauseTest {

    @Test
    void eachPauseIsTwiceAsLongUntilTheLongest() {
        GrowingPause pause = new GrowingPause(Duration.ofMillis(250), Duration.ofMillis(1_500));

        assertThat(Stream.generate(pause::next).limit(5).map(Duration::toMillis))
                .containsExactly(250L, 500L, 1_000L, 1_500L, 1_500L);
    }

    @Test
    void afterASuccessItIsShortAgain() {
        GrowingPause pause = new GrowingPause(Duration.ofMillis(200), Duration.ofSeconds(10));
        var _ = pause.next();
        var _ = pause.next();

        pause.startAgain();

        assertThat(pause.next()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void noPauseIsLongerThanTheLongestNotEvenTheFirst() {
        GrowingPause pause = new GrowingPause(Duration.ofMillis(200), Duration.ofMillis(5));

        assertThat(pause.next()).isEqualTo(Duration.ofMillis(5));
    }
}
