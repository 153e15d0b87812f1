package dev.supporters.dispatch.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.Position;

import org.junit.jupiter.api.Test;

import java.util.Map;

class DemandForecastTest {

    private static final Position HERE = new Position(37.50, 127.03);
    private static final Position FAR = new Position(37.70, 127.03);

    private final DemandPlaces places = new DemandPlaces(Histories.of(Map.of(HERE, 24.0, FAR, .2)));
    private final long here = places.cellOf(HERE);

    @Test
    void expectsTheHistoryWhileNothingIsObserved() {
        DemandForecast forecast = DemandForecast.of(places, 0, 14_400, Map.of());

        assertThat(places.count()).isEqualTo(1);
        assertThat(forecast.around(0, 14_400)).isCloseTo(24, within(1e-9));
        assertThat(forecast.around(0, 900)).isCloseTo(1.5, within(1e-9));
        assertThat(forecast.around(0, 0)).isZero();
    }

    @Test
    void tonightsFactorComparesObservedCallsWithExpectedOnes() {
        // 12 expected in the first half; twice as many came
        DemandForecast forecast = DemandForecast.of(places, 7_200, 7_200, Map.of(here, 24));

        assertThat(forecast.around(0, 3_600)).isCloseTo(6 * (14 + 24) / (14 + 12.0), within(1e-9));
    }

    @Test
    void callsOfNeighboursCountForTheFactor() {
        long neighbour =
                new DemandCells()
                        .withNeighbours(here).stream()
                                .filter(cell -> cell != here)
                                .findFirst()
                                .orElseThrow();
        double alone = DemandForecast.of(places, 7_200, 600, Map.of()).around(0, 600);

        assertThat(DemandForecast.of(places, 7_200, 600, Map.of(neighbour, 26)).around(0, 600))
                .isCloseTo(alone * (14 + 26) / 14, within(1e-9));
        assertThat(
                        DemandForecast.of(places, 7_200, 600, Map.of(places.cellOf(FAR), 26))
                                .around(0, 600))
                .isEqualTo(alone);
    }

    @Test
    void nothingIsExpectedAfterTheWindow() {
        int asExpected = 23;
        DemandForecast forecast =
                DemandForecast.of(places, 13_800, 7_200, Map.of(here, asExpected));

        assertThat(forecast.around(0, 7_200)).isCloseTo(1, within(1e-9));
        assertThat(DemandForecast.of(places, 20_000, 600, Map.of()).around(0, 600)).isZero();
        assertThat(DemandForecast.of(places, -600, 1_200, Map.of()).around(0, 1_200))
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void refusesWhatIsNoCountOrNoCell() {
        assertThatThrownBy(() -> DemandForecast.of(places, 0, 600, Map.of(here, -1)))
                .hasMessageContaining("-1 (expected: not negative)");
        assertThatThrownBy(() -> DemandForecast.of(places, 0, 600, Map.of(42L, 1)))
                .hasMessageContaining("cell 2a (expected: a cell of resolution 8)");
    }
}
