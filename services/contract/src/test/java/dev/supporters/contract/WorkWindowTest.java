package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.platform.refusal.Refusal;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

class WorkWindowTest {

    private static final WorkWindow SEOUL = window("Asia/Seoul", "21:00", Duration.ofHours(4));

    @Test
    void isClosedBeforeItsBegin() {
        assertThat(SEOUL.at(Instant.parse("2026-11-20T11:59:59.999Z"))).isEmpty();
    }

    @Test
    void isOpenAtItsBegin() {
        assertThat(SEOUL.at(Instant.parse("2026-11-20T12:00:00Z")))
                .contains(
                        new OpenWindow(
                                LocalDate.parse("2026-11-20"),
                                Instant.parse("2026-11-20T12:00:00Z"),
                                Instant.parse("2026-11-20T16:00:00Z")));
    }

    @Test
    void belongsAfterMidnightToTheDateOnWhichItBegan() {
        // half past midnight on the 21st
        OpenWindow open = SEOUL.at(Instant.parse("2026-11-20T15:30:00Z")).orElseThrow();

        assertThat(open.businessDate()).isEqualTo("2026-11-20");
    }

    @Test
    void isOpenUntilOneOClockAndClosedAtOneOClock() {
        assertThat(SEOUL.at(Instant.parse("2026-11-20T15:59:59.999Z"))).isPresent();
        assertThat(SEOUL.at(Instant.parse("2026-11-20T16:00:00Z"))).isEmpty();
    }

    @Test
    void endsByTheWallClockAnHourLaterWhenTheClocksGoBackWithinIt() {
        // Berlin, 25 October 2026: 03:00 becomes 02:00
        WorkWindow window = window("Europe/Berlin", "23:00", Duration.ofHours(5));

        OpenWindow open = window.at(Instant.parse("2026-10-25T01:30:00Z")).orElseThrow();

        assertThat(open.businessDate()).isEqualTo("2026-10-24");
        assertThat(open.begin()).isEqualTo("2026-10-24T21:00:00Z");
        assertThat(open.end()).isEqualTo("2026-10-25T03:00:00Z"); // 04:00 of winter
    }

    @Test
    void endsByTheWallClockAnHourEarlierWhenTheClocksGoForwardWithinIt() {
        // Berlin, 28 March 2027: 02:00 becomes 03:00
        WorkWindow window = window("Europe/Berlin", "23:00", Duration.ofHours(5));

        OpenWindow open = window.at(Instant.parse("2027-03-28T01:30:00Z")).orElseThrow();

        assertThat(open.begin()).isEqualTo("2027-03-27T22:00:00Z");
        assertThat(open.end()).isEqualTo("2027-03-28T02:00:00Z"); // 04:00 of summer
    }

    @Test
    void beginsLaterWhenTheClocksSkipItsBegin() {
        assertThat(
                        window("Europe/Berlin", "02:30", Duration.ofHours(2))
                                .of(LocalDate.parse("2027-03-28"))
                                .begin())
                .isEqualTo("2027-03-28T01:30:00Z"); // 03:30 of summer
    }

    @Test
    void beginsTheFirstTimeWhenItsBeginComesTwice() {
        assertThat(
                        window("Europe/Berlin", "02:30", Duration.ofHours(2))
                                .of(LocalDate.parse("2026-10-25"))
                                .begin())
                .isEqualTo("2026-10-25T00:30:00Z"); // 02:30 of summer
    }

    @ParameterizedTest
    @CsvSource({
        "Africa/Cairo, 2026-04-24, PT3H", // at midnight it is one o'clock
        "Africa/Cairo, 2026-10-30, PT5H", // at midnight it is eleven o'clock
        "America/Sao_Paulo, 2018-11-04, PT3H",
        "America/Sao_Paulo, 2018-02-18, PT5H",
        "America/Santiago, 2026-09-06, PT3H",
        "America/Havana, 2026-03-08, PT3H",
        "America/Havana, 2026-11-01, PT5H"
    })
    void endsAtOneOClockAlsoInANightInWhichTheClocksChange(
            String zone, LocalDate after, Duration open) {
        OpenWindow window = window(zone, "21:00", Duration.ofHours(4)).of(after.minusDays(1));

        assertThat(window.end().atZone(ZoneId.of(zone)).toLocalDateTime())
                .isEqualTo(after.atTime(1, 0));
        assertThat(Duration.between(window.begin(), window.end())).isEqualTo(open);
    }

    @Test
    void aWindowOfAWholeDayHasNoClosedHourWhenTheClocksChange() {
        WorkWindow window = window("Europe/Berlin", "20:57", Duration.ofHours(24));

        assertThat(window.at(Instant.parse("2026-10-25T19:30:00Z")).orElseThrow().businessDate())
                .isEqualTo("2026-10-24");
        for (String date : List.of("2026-10-24", "2026-10-25", "2027-03-27", "2027-03-28")) {
            LocalDate day = LocalDate.parse(date);
            assertThat(window.of(day).end()).isEqualTo(window.of(day.plusDays(1)).begin());
        }
    }

    @Test
    void aWindowThatTheClocksSkipIsNeverOpen() {
        // 02:50 is 03:50 then, and 03:10 is before it
        OpenWindow skipped =
                window("Europe/Berlin", "02:50", Duration.ofMinutes(20))
                        .of(LocalDate.parse("2027-03-28"));

        assertThat(skipped.contains(skipped.begin())).isFalse();
    }

    @Test
    void isNamedByItsBothEnds() {
        assertThat(SEOUL).hasToString("21:00 to 01:00 in Asia/Seoul");
    }

    @Test
    void isNeverLongerThanADay() {
        assertThatThrownBy(() -> window("Asia/Seoul", "21:00", Duration.ofHours(25)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("PT25H");
    }

    @Property(seed = "1")
    void aWindowThatIsOpenNowContainsNow(
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(min = 1, max = 1440) int minutes,
            @ForAll @LongRange(min = 1_700_000_000, max = 1_900_000_000) long second) {
        // Given
        WorkWindow window =
                new WorkWindow(
                        ZoneId.of("Europe/Berlin"),
                        LocalTime.of(hour, 0),
                        Duration.ofMinutes(minutes));
        Instant now = Instant.ofEpochSecond(second);
        // Then
        window.at(now)
                .ifPresent(open -> {
                    assertThat(open.contains(now)).isTrue();
                    assertThat(Duration.between(open.begin(), open.end()))
                            .isBetween(
                                    Duration.ofMinutes(minutes - 60),
                                    Duration.ofMinutes(minutes + 60));
                    assertThat(window.of(open.businessDate())).isEqualTo(open);
                });
    }

    private static WorkWindow window(String zone, String begin, Duration length) {
        return new WorkWindow(ZoneId.of(zone), LocalTime.parse(begin), length);
    }
}
