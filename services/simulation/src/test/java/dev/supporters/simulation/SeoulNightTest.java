package dev.supporters.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

class SeoulNightTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
    private static final int NIGHTS = 10;
    private static final NightParameters PARAMETERS = NightParameters.defaults();

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(SeoulNight.of(DATE, PARAMETERS, 7))
                .isEqualTo(SeoulNight.of(DATE, PARAMETERS, 7));
        assertThat(SeoulNight.of(DATE, PARAMETERS, 8).calls())
                .isNotEqualTo(SeoulNight.of(DATE, PARAMETERS, 7).calls());
    }

    @Test
    void spreadsItsCallsOverTheHoursAsTheModelSays() {
        // Given
        Night night = SeoulNight.of(DATE, PARAMETERS, 7);
        // When
        long second =
                night.calls().stream()
                        .filter(c -> (int) night.hoursSinceBegin(c.requestedAt()) == 1)
                        .count();
        // Then
        assertThat(night.calls()).hasSizeBetween(1_700, 2_800);
        assertThat((double) second / night.calls().size()).isCloseTo(.27, within(.04));
        assertThat(night.calls()).allMatch(c -> !c.requestedAt().isBefore(night.windowBegin()));
        assertThat(night.calls()).allMatch(c -> c.requestedAt().isBefore(night.windowEnd()));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 600, 8_800})
    void keepsItsShapeAtEverySize(int calls) {
        // Given
        NightParameters parameters =
                NightParameters.overriddenBy("{\"callsSigma\": 0, \"calls\": " + calls + "}");
        // When
        List<Night> nights =
                LongStream.rangeClosed(1, NIGHTS)
                        .mapToObj(seed -> SeoulNight.of(DATE, parameters, seed))
                        .toList();
        // Then: three standard deviations at most
        assertThat(nights).allMatch(night -> night.calls().size() == calls);
        double[] shares = {.21, .27, .29, .23};
        for (int hour = 0; hour < shares.length; hour++) {
            assertThat((double) callsOfHour(nights, hour) / (NIGHTS * calls))
                    .isCloseTo(shares[hour], within(3 * Math.sqrt(.25 / (NIGHTS * calls))));
        }
    }

    private static long callsOfHour(List<Night> nights, int hour) {
        return nights.stream()
                .mapToLong(night ->
                        night.calls().stream()
                                .filter(c -> (int) night.hoursSinceBegin(c.requestedAt()) == hour)
                                .count())
                .sum();
    }

    @Test
    void keepsDestinationsAwayAndFaresByDistance() {
        assertThat(SeoulNight.of(DATE, PARAMETERS, 7).calls())
                .allMatch(c -> CityGeometry.km(c.origin(), c.destination()) >= 1.1)
                .allMatch(c -> c.fare() >= 15_000)
                .allMatch(c -> c.fare() % 100 == 0);
    }

    @Test
    void holdsAllPlacesInItsRegion() {
        Night night = SeoulNight.of(DATE, PARAMETERS, 7);
        assertThat(night.calls()).allMatch(c -> night.region().contains(c.origin()));
        assertThat(night.zone().getId()).isEqualTo("Asia/Seoul");
        assertThat(night.hourlyWage()).isEqualTo(14_000);
    }
}
