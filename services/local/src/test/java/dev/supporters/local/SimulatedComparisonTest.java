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
    }
}
