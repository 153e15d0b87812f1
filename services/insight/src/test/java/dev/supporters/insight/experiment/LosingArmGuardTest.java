package dev.supporters.insight.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LosingArmGuardTest {

    private final LosingArmGuard guard = LosingArmGuard.USUAL;

    @Test
    void stopsATreatmentThatClearlyLoses() {
        assertThat(guard.stops(new SwitchbackReadout(16, -.05, .01))).isTrue();
    }

    @Test
    void goesOnWhileTheLossMayBeChance() {
        // Given a loss that one reading at the end would claim
        SwitchbackReadout readout = new SwitchbackReadout(16, -.025, .01);

        // Then
        assertThat(readout.upper()).isNegative();
        assertThat(guard.stops(readout)).isFalse();
    }

    @Test
    void neverStopsATreatmentThatWins() {
        assertThat(guard.stops(new SwitchbackReadout(16, .05, .01))).isFalse();
    }

    @Test
    void saysNothingOfAFewBlocks() {
        assertThat(guard.stops(new SwitchbackReadout(7, -.5, .01))).isFalse();
    }

    @Test
    void bearsALossUpToTheTolerance() {
        assertThat(new LosingArmGuard(8, .05).stops(new SwitchbackReadout(16, -.05, .01)))
                .isFalse();
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatThrownBy(() -> new LosingArmGuard(1, 0)).hasMessageContaining("expected: 2");
        assertThatThrownBy(() -> new LosingArmGuard(8, -.1)).hasMessageContaining("0 or more");
    }
}
