package dev.supporters.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.Position;
import dev.supporters.simulation.RecordedNight.Request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class RecordedNightTest {

    private static final NightParameters PARAMETERS = NightParameters.defaults();
    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");
    private static final Position PLACE = new Position(37.5, 127);
    private static final Position HOMES = new Position(37.6, 127.1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T12:00:00Z",
                "2026-11-20T13:30:00Z",
                "2026-11-21T02:00:00Z",
                "2026-11-20T09:00:00Z",
                "2026-11-20T21:00:00Z"
            })
    void beginsWhenItsWindowBegan(String begin) {
        // Given
        Instant began = Instant.parse(begin);

        // When
        Night night = recorded(began, List.of()).night("night", PARAMETERS, 7);

        // Then
        assertThat(night.windowBegin()).isEqualTo(began);
        assertThat(night.windowEnd()).isEqualTo(began.plus(Night.WINDOW_LENGTH));
    }

    @Test
    void callsAreRequestedWhenAndAboutWhereTheyWere() {
        // When
        Night night = recorded(BEGIN, List.of()).night("night", PARAMETERS, 7);

        // Then
        assertThat(night.calls())
                .extracting(NightCall::requestedAt)
                .containsExactlyElementsOf(
                        IntStream.range(0, 100)
                                .mapToObj(minute -> BEGIN.plus(Duration.ofMinutes(minute)))
                                .toList());
        assertThat(night.calls())
                .allSatisfy(
                        call -> assertThat(CityGeometry.km(call.origin(), PLACE)).isLessThan(1.5));
        assertThat(night.calls().stream().map(NightCall::origin).distinct().count())
                .isGreaterThan(90);
    }

    @Test
    void customersGoWhereDrivesEnded() {
        // When
        Night night = recorded(BEGIN, List.of(HOMES)).night("night", PARAMETERS, 7);

        // Then
        assertThat(night.calls())
                .allSatisfy(call -> {
                    assertThat(CityGeometry.km(call.destination(), HOMES)).isLessThan(3);
                    assertThat(call.fare()).isGreaterThan(15_000);
                });
    }

    @Test
    void isTheSameForTheSameSeedInWhateverOrderItsCallsAreTold() {
        // Given
        RecordedNight recorded = recorded(BEGIN, List.of(HOMES));
        RecordedNight reversed =
                new RecordedNight(BEGIN, recorded.requests().reversed(), List.of(HOMES));

        // When
        Night night = recorded.night("night", PARAMETERS, 7);

        // Then
        assertThat(reversed.night("night", PARAMETERS, 7)).isEqualTo(night);
        assertThat(recorded.night("night", PARAMETERS, 8).calls()).isNotEqualTo(night.calls());
    }

    @Test
    void aNightWithoutCallsIsNone() {
        assertThatThrownBy(() -> new RecordedNight(BEGIN, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A call each minute. */
    private static RecordedNight recorded(Instant begin, List<Position> driveEnds) {
        return new RecordedNight(
                begin,
                IntStream.range(0, 100)
                        .mapToObj(minute ->
                                new Request(begin.plus(Duration.ofMinutes(minute)), PLACE))
                        .toList(),
                driveEnds);
    }
}
