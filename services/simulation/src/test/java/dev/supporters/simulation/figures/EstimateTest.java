package dev.supporters.simulation.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void hasStudentsInterval() {
        Estimate estimate = Estimate.of(new double[] {1, 2, 3, 4, 5});

        assertThat(estimate.mean()).isEqualTo(3);
        assertThat(estimate.halfWidth()).isCloseTo(2.776 * Math.sqrt(2.5 / 5), within(1e-12));
    }

    @Test
    void oneNightHasNone() {
        assertThat(Estimate.of(new double[] {4}).mean()).isEqualTo(4);
        assertThat(Estimate.of(new double[] {4}).halfWidth()).isNaN();
    }

    @Test
    void manyNightsAreNormal() {
        double[] values = new double[1_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2;
        }

        assertThat(Estimate.of(values).halfWidth()).isCloseTo(1.96 * .5 / 31.6, within(1e-3));
    }
}
