package dev.supporters.dispatch.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PoissonTailTest {

    @Test
    void isThePoissonDistribution() {
        assertThat(PoissonTail.atLeast(2, 0)).isEqualTo(1);
        assertThat(PoissonTail.atLeast(2, 1)).isCloseTo(1 - Math.exp(-2), within(1e-12));
        assertThat(PoissonTail.atLeast(2, 3)).isCloseTo(1 - 5 * Math.exp(-2), within(1e-12));
        assertThat(PoissonTail.atLeast(30, 30)).isCloseTo(.5243, within(1e-3));
    }

    @Test
    void isLinearBetweenWholeNumbers() {
        double one = PoissonTail.atLeast(1.5, 2);
        double next = PoissonTail.atLeast(1.5, 3);

        assertThat(PoissonTail.atLeast(1.5, 2.25)).isCloseTo(.75 * one + .25 * next, within(1e-12));
    }

    @Test
    void staysAProbabilityForAnyNumbers() {
        for (double expected : new double[] {0, 1e-9, .3, 5, 499, 501, 1e6}) {
            double before = 1;
            for (double calls : new double[] {0, .5, 1, 2.5, 17, 480, 520, 1e5, 1e7}) {
                double probability = PoissonTail.atLeast(expected, calls);
                assertThat(probability).isBetween(0.0, before);
                before = probability;
            }
        }
    }

    @Test
    void withoutDemandNobodyComes() {
        assertThat(PoissonTail.atLeast(0, 1)).isZero();
    }
}
