package dev.supporters.dispatch.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class TailChanceTest {

    @Test
    void ofEqualTrialsItIsTheBinomialTail() {
        // 10 trials of .1: 1 - .9^10, and the last term alone
        assertThat(TailChance.atLeastOf(equal(10, .1), 1))
                .isCloseTo(1 - Math.pow(.9, 10), within(1e-12));
        assertThat(TailChance.atLeastOf(equal(10, .1), 10)).isCloseTo(1e-10, within(1e-20));
        assertThat(TailChance.atLeastOf(equal(10, .1), 3)).isCloseTo(.0701908264, within(1e-10));
        assertThat(TailChance.atLeastOf(equal(10, .1), 0)).isEqualTo(1, within(1e-12));
    }

    @Test
    void ofDifferentTrialsItCountsEachWay() {
        // both: .1 × .5; at least one: 1 - .9 × .5
        assertThat(TailChance.atLeastOf(new double[] {.1, .5}, 2)).isCloseTo(.05, within(1e-15));
        assertThat(TailChance.atLeastOf(new double[] {.1, .5}, 1)).isCloseTo(.55, within(1e-15));
    }

    @Test
    void withoutTrialsNothingHappens() {
        assertThat(TailChance.atLeastOf(new double[0], 0)).isEqualTo(1);
        assertThat(TailChance.atLeastOf(new double[0], 1)).isZero();
    }

    @Test
    void inTimeItIsThePoissonTail() {
        assertThat(TailChance.atLeast(2, 1)).isCloseTo(1 - Math.exp(-2), within(1e-12));
        assertThat(TailChance.atLeast(2, 5)).isCloseTo(.0526530173, within(1e-10));
        assertThat(TailChance.atLeast(.03, 4)).isCloseTo(3.2954e-8, within(1e-11));
        assertThat(TailChance.atLeast(0, 1)).isZero();
        assertThat(TailChance.atLeast(0, 0)).isEqualTo(1);
    }

    private static double[] equal(int count, double probability) {
        double[] trials = new double[count];
        Arrays.fill(trials, probability);
        return trials;
    }
}
