package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.local.options.LocalOptions;
import dev.supporters.oracle.SimulatedNight;
import dev.supporters.simulation.Night;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class SimulatedComparisonTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void theSameNightIsSimulatedUnderEachPolicyWithTheSameResultEachTime() {
        // Given
        LocalOptions options = LocalOptions.of(ROOT, Map.of("calls", "60", "supporters", "15"));
        Night night = RequestedNight.of(options, said -> {});
        // When
        List<SimulatedNight> simulated = SimulatedComparison.of(options, night);
        // Then
        assertThat(simulated)
                .extracting(SimulatedNight::policy)
                .containsExactly("legacy", "greedy", "full");
        assertThat(simulated)
                .allSatisfy(one -> assertThat(one.figures().completed()).isBetween(1.0, 100.0));
        assertThat(SimulatedComparison.of(options, night)).isEqualTo(simulated);
        assertThat(simulated).allSatisfy(one -> assertThat(one.figures().covered()).isEqualTo(100));
    }

    @Test
    void aNightWithoutMovesIsComparedWithOneWithoutMoves() {
        // Given
        LocalOptions usual = LocalOptions.of(ROOT, Map.of("calls", "120", "supporters", "30"));
        LocalOptions without =
                LocalOptions.of(ROOT, Map.of("calls", "120", "supporters", "30", "moves", "off"));
        Night night = RequestedNight.of(usual, said -> {});

        // When
        List<SimulatedNight> simulated = SimulatedComparison.of(without, night);

        // Then
        List<SimulatedNight> withMoves = SimulatedComparison.of(usual, night);
        assertThat(simulated)
                .extracting(SimulatedNight::policy)
                .containsExactly("legacy", "greedy", "full, no moves");
        assertThat(simulated.get(1)).isEqualTo(withMoves.get(1));
        assertThat(simulated.getLast().figures()).isNotEqualTo(withMoves.getLast().figures());
    }

    @Test
    void aNightWithZonesIsComparedWithOneWithZones() {
        // Given
        LocalOptions options =
                LocalOptions.of(
                        ROOT, Map.of("calls", "600", "supporters", "60", "activeZones", "on"));
        Night night = RequestedNight.of(options, said -> {});

        // When
        List<SimulatedNight> simulated = SimulatedComparison.of(options, night);

        // Then: the broadcast of before knows no zones
        assertThat(simulated.getFirst().figures().covered()).isEqualTo(100);
        assertThat(simulated.subList(1, 3))
                .allSatisfy(
                        one -> assertThat(one.figures().covered()).isPositive().isLessThan(100));
    }
}
