package dev.supporters.routing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

class WindowTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Window NIGHT = new Window(LocalTime.of(21, 0), Duration.ofHours(4), SEOUL);

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T21:00:00, 2026-11-20",
        "2026-11-20T23:59:59, 2026-11-20",
        "2026-11-21T00:00:00, 2026-11-20",
        "2026-11-21T00:30:00, 2026-11-20",
        "2026-11-21T00:59:59, 2026-11-20",
        "2026-11-21T21:00:00, 2026-11-21",
        "2026-12-31T22:00:00, 2026-12-31",
        "2027-01-01T00:30:00, 2026-12-31"
    })
    void belongsToTheDateOnWhichItBegan(String local, LocalDate businessDate) {
        assertThat(NIGHT.businessDate(seoul(local))).contains(businessDate);
        assertThat(NIGHT.open(seoul(local))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T20:59:59", "2026-11-21T01:00:00", "2026-11-21T12:00:00"})
    void isClosedBeforeItsBeginAndFromItsEndOn(String local) {
        assertThat(NIGHT.businessDate(seoul(local))).isEmpty();
        assertThat(NIGHT.open(seoul(local))).isFalse();
    }

    @Test
    void ofAWholeDayIsAlwaysOpenAndChangesDateAtItsBegin() {
        Window always = new Window(LocalTime.of(21, 0), Duration.ofHours(24), SEOUL);

        assertThat(always.businessDate(seoul("2026-11-20T20:59:59")))
                .contains(LocalDate.of(2026, 11, 19));
        assertThat(always.businessDate(seoul("2026-11-20T21:00:00")))
                .contains(LocalDate.of(2026, 11, 20));
    }

    @Test
    void lastsItsLengthWhenClocksAreSetBack() {
        // Given: in New York 02:00 became 01:00 in this night
        ZoneId newYork = ZoneId.of("America/New_York");
        Window night = new Window(LocalTime.of(23, 0), Duration.ofHours(4), newYork);
        Instant begin =
                ZonedDateTime.of(LocalDate.of(2026, 10, 31), LocalTime.of(23, 0), newYork)
                        .toInstant();

        // Then
        assertThat(night.businessDate(begin.plus(Duration.ofHours(4)).minusMillis(1)))
                .contains(LocalDate.of(2026, 10, 31));
        assertThat(night.open(begin.plus(Duration.ofHours(4)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1H", "PT24H0.001S"})
    void isNoneThatIsEmptyOrLongerThanADay(Duration length) {
        assertThatThrownBy(() -> new Window(LocalTime.of(21, 0), length, SEOUL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant seoul(String local) {
        return LocalDateTime.parse(local).atZone(SEOUL).toInstant();
    }
}
