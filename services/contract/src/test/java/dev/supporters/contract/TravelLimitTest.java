package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class TravelLimitTest {

    private static final Position GANGNAM = new Position(37.4979, 127.0276);
    private static final Position BUSAN = new Position(35.1796, 129.0756);

    private final TravelLimit limit = new TravelLimit(150);

    @Test
    void aPhoneMayBeWrongByAHundredMetersWithoutMoving() {
        Position near = new Position(37.4987, 127.0276);
        Position far = new Position(37.4989, 127.0276);

        assertThat(limit.allows(GANGNAM, near, Duration.ZERO)).isTrue();
        assertThat(limit.allows(GANGNAM, far, Duration.ZERO)).isFalse();
        assertThat(limit.allows(GANGNAM, far, Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void inAMinuteNobodyComesFartherThanTwoAndAHalfKilometersAndWhatAPhoneIsWrong() {
        assertThat(limit.farthestMeters(Duration.ofMinutes(1))).isCloseTo(2_600, within(1e-6));
        assertThat(limit.farthestMeters(Duration.ZERO)).isEqualTo(100);
    }

    @Test
    void busanIsMoreThanTwoHoursAway() {
        assertThat(limit.allows(GANGNAM, BUSAN, Duration.ofHours(2))).isFalse();
        assertThat(limit.allows(GANGNAM, BUSAN, Duration.ofHours(3))).isTrue();
    }
}
