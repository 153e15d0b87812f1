package dev.supporters.dispatch.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.dispatch.zone.ZonePlan.Basis;
import dev.supporters.dispatch.zone.ZonePlan.Cell;
import dev.supporters.dispatch.zone.ZonePlan.ClosedCell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Map;

class ZonePlannerTest {

    private final ZoneNight night = new ZoneNight();
    private final long center = night.center();
    private final long next = night.neighbour();

    @Test
    void opensConnectedCellsWithEnoughDemand() {
        // When
        ZonePlan plan = night.plan(Map.of(center, 2.0, next, 2.0));

        // Then
        assertThat(plan.basis()).isEqualTo(Basis.ZONES);
        assertThat(plan.zones())
                .singleElement()
                .satisfies(zone -> {
                    assertThat(zone.number()).isOne();
                    assertThat(zone.cells())
                            .extracting(Cell::index)
                            .containsExactlyInAnyOrder(center, next);
                    // half its own, half the mean of six neighbours of which one has calls
                    assertThat(zone.cells())
                            .extracting(Cell::demand)
                            .containsOnly((2.0 + 2.0 / 6) / 2);
                    assertThat(zone.cells())
                            .extracting(Cell::closeTime)
                            .allMatch(time -> time.isEmpty());
                });
    }

    @Test
    void anIsolatedCellDoesNotOpen() {
        // When
        ZonePlan plan = night.plan(Map.of(center, 2.0));

        // Then
        assertThat(plan.basis()).isEqualTo(Basis.NO_CELL_OPEN);
        assertThat(plan.zones()).isEmpty();
    }

    @Test
    void anOpenCellStaysOpenBetweenTheThresholds() {
        // Given
        night.plan(Map.of(center, 2.0, next, 2.0));

        // When
        ZonePlan plan = night.plan(Map.of(center, .7, next, .7));

        // Then
        assertThat(night.closeTimes(plan)).isEmpty();
        assertThat(new ZoneNight().plan(Map.of(center, .7, next, .7)).basis())
                .isEqualTo(Basis.NO_CELL_OPEN);
    }

    @Test
    void warnsBeforeACellCloses() {
        // Given
        night.plan(Map.of(center, 2.0, next, 2.0));

        // When
        ZonePlan warned = night.plan(Map.of(center, .5, next, .5));
        ZonePlan later = night.after(Duration.ofMinutes(9)).plan(Map.of(center, .7, next, .7));
        ZonePlan over = night.after(Duration.ofMinutes(1)).plan(Map.of(center, .7, next, .7));

        // Then
        assertThat(night.closeTimes(warned))
                .containsExactly(warned.time().plus(Duration.ofMinutes(10)));
        assertThat(night.closeTimes(later)).isEqualTo(night.closeTimes(warned));
        assertThat(over.basis()).isEqualTo(Basis.NO_CELL_OPEN);
    }

    @Test
    void aWarnedCellOpensAgainAtTheUpperThreshold() {
        // Given
        night.plan(Map.of(center, 2.0, next, 2.0));
        night.plan(Map.of(center, .5, next, .5));

        // When
        ZonePlan plan = night.plan(Map.of(center, 2.0, next, 2.0));

        // Then
        assertThat(night.closeTimes(plan)).isEmpty();
        assertThat(plan.zones()).hasSize(1);
    }

    @Test
    void anOpenCellThatBecomesIsolatedIsWarned() {
        // Given
        night.plan(Map.of(center, 2.0, next, 2.0));

        // When
        ZonePlan plan = night.plan(Map.of(center, 2.0));

        // Then
        assertThat(plan.zones())
                .singleElement()
                .satisfies(zone -> assertThat(zone.cells()).hasSize(2));
        assertThat(night.closeTimes(plan)).hasSize(1);
    }

    @Test
    void saysWhichCellsClosedForTwelveHours() {
        // Given
        long far = night.far();
        Map<Long, Double> elsewhere = Map.of(far, 3.0, night.neighbourOf(far), 3.0);
        night.plan(Map.of(center, 2.0, next, 2.0));
        ZonePlan warned = night.plan(elsewhere);

        // When
        ZonePlan closed = night.after(Duration.ofMinutes(30)).plan(elsewhere);
        ZonePlan nextDay = night.after(Duration.ofHours(12)).plan(elsewhere);

        // Then
        assertThat(closed.closed())
                .extracting(ClosedCell::index)
                .containsExactlyInAnyOrder(center, next);
        assertThat(closed.closed()).extracting(ClosedCell::zone).containsOnly(1L);
        assertThat(closed.closed())
                .extracting(ClosedCell::closeTime)
                .containsOnly(warned.time().plus(Duration.ofMinutes(10)));
        assertThat(nextDay.closed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "0.3, 0.5", "NaN, 0.3", "0.5, NaN", "0.5, -1", "Infinity, 0.3"})
    void takesTheRegionIfTheThresholdsContradictEachOther(double open, double close) {
        // Given
        ZoneRules rules = new ZoneRules(true, open, close, 2, Duration.ofMinutes(10));

        // When
        ZonePlan plan = night.under(rules).plan(Map.of(center, 2.0, next, 2.0));

        // Then
        assertThat(plan.basis()).isEqualTo(Basis.INVALID_THRESHOLDS);
        assertThat(plan.zones()).isEmpty();
    }

    @Test
    void takesTheRegionIfNothingIsExpected() {
        assertThat(night.plan(Map.of(center, 0.0, next, 0.0)).basis()).isEqualTo(Basis.NO_DEMAND);
        assertThat(night.plan(Map.of()).basis()).isEqualTo(Basis.NO_FORECAST);
        assertThat(night.under(ZoneRules.OFF).plan(Map.of(center, 2.0, next, 2.0)).basis())
                .isEqualTo(Basis.SWITCHED_OFF);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "-1", "Infinity"})
    void refusesADemandThatIsNone(double demand) {
        assertThatThrownBy(() -> night.plan(Map.of(center, demand)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: a number of at least 0");
    }
}
