package dev.supporters.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class PickupCapTest {

    private static final Duration EARLY = Duration.ofHours(2);

    @Test
    void growsWithTheCallsAge() {
        assertThat(PickupCap.STANDARD.at(Duration.ZERO, EARLY)).isEqualTo(Duration.ofMinutes(14));
        assertThat(PickupCap.STANDARD.at(Duration.ofSeconds(45), EARLY))
                .isEqualTo(Duration.ofMinutes(18));
        assertThat(PickupCap.STANDARD.at(Duration.ofSeconds(90), EARLY))
                .isEqualTo(Duration.ofMinutes(22));
        assertThat(PickupCap.STANDARD.at(EARLY, EARLY)).isEqualTo(Duration.ofMinutes(22));
    }

    @Test
    void isTheLongestAtOnceInTheLastMinutes() {
        assertThat(PickupCap.STANDARD.at(Duration.ZERO, Duration.ofMinutes(10)))
                .isEqualTo(Duration.ofMinutes(22));
        assertThat(PickupCap.STANDARD.at(Duration.ZERO, Duration.ofSeconds(601)))
                .isEqualTo(Duration.ofMinutes(14));
    }

    @Test
    void mayBeTheSameForAll() {
        assertThat(PickupCap.flat(Duration.ofMinutes(22)).at(Duration.ZERO, EARLY))
                .isEqualTo(Duration.ofMinutes(22));
    }

    @Test
    void refusesToShrink() {
        assertThatThrownBy(() ->
                        new PickupCap(
                                Duration.ofMinutes(22),
                                Duration.ofMinutes(14),
                                Duration.ZERO,
                                Duration.ZERO))
                .hasMessageContaining("PT22M, later PT14M (expected: not negative, not falling)");
    }
}
