package dev.supporters.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class SeoulNightTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
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

    @Test
    void keepsDestinationsAwayAndFaresByDistance() {
        assertThat(SeoulNight.of(DATE, PARAMETERS, 7).calls())
                .allMatch(c -> Geo.km(c.origin(), c.destination()) >= 1.1)
                .allMatch(c -> c.fare() >= 15_000)
                .allMatch(c -> c.fare() % 100 == 0);
    }

    @Test
    void holdsAllPlacesInItsRegion() {
        Night night = SeoulNight.of(DATE, PARAMETERS, 7);
        assertThat(night.calls()).allMatch(c -> night.region().holds(c.origin()));
        assertThat(night.zone().getId()).isEqualTo("Asia/Seoul");
        assertThat(night.hourlyWage()).isEqualTo(14_000);
    }
}
