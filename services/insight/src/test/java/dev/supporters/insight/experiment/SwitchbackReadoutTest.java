package dev.supporters.insight.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.Arm;
import dev.supporters.contract.SwitchbackPlan.ArmAssignment;
import dev.supporters.contract.SwitchbackPlan.Block;

import org.junit.jupiter.api.Test;

class SwitchbackReadoutTest {

    private final BlockCounts counts = new BlockCounts();

    @Test
    void oneBlockSaysNothing() {
        // Given
        block(0, 100, 50, 100, 60);

        // Then
        assertThat(SwitchbackReadout.of(counts)).isEmpty();
    }

    @Test
    void theDifferenceIsTheWeightedMeanOfTheBlocks() {
        // Given
        block(0, 100, 50, 100, 60);
        block(1, 100, 40, 100, 60);
        block(2, 300, 150, 300, 150);

        // When
        SwitchbackReadout readout = SwitchbackReadout.of(counts).orElseThrow();

        // Then
        assertThat(readout.blocks()).isEqualTo(3);
        assertThat(readout.difference()).isCloseTo((50 * .1 + 50 * .2) / 250, within(1e-12));
    }

    @Test
    void theIntervalIsStudentsOverBlocks() {
        // Given
        block(0, 100, 50, 100, 51);
        block(1, 100, 50, 100, 53);
        block(2, 100, 50, 100, 54);
        block(3, 100, 50, 100, 55);
        block(4, 100, 50, 100, 57);
        block(5, 100, 50, 100, 60);

        // When
        SwitchbackReadout readout = SwitchbackReadout.of(counts).orElseThrow();

        // Then: mean .05, standard deviation sqrt(.001), t with 5 degrees of freedom 2.571
        assertThat(readout.difference()).isCloseTo(.05, within(1e-12));
        assertThat(readout.standardError()).isCloseTo(Math.sqrt(.001 / 6), within(1e-12));
        assertThat(readout.upper() - readout.difference())
                .isCloseTo(2.571 * Math.sqrt(.001 / 6), within(1e-4));
        assertThat(readout.differs()).isTrue();
    }

    @Test
    void aDifferenceIsClaimedByAWiderInterval() {
        // Given
        SwitchbackReadout readout = new SwitchbackReadout(28, .022, .01);

        // Then
        assertThat(readout.lower()).isPositive();
        assertThat(readout.differs()).isFalse();
        assertThat(new SwitchbackReadout(28, .026, .01).differs()).isTrue();
        assertThat(new SwitchbackReadout(28, -.026, .01).differs()).isTrue();
    }

    @Test
    void aBlockInWhichOneArmHasNoCallsDoesNotCount() {
        // Given
        block(0, 100, 50, 100, 60);
        block(1, 0, 0, 100, 60);
        block(2, 100, 50, 100, 60);

        // Then
        assertThat(SwitchbackReadout.of(counts).orElseThrow().blocks()).isEqualTo(2);
    }

    @Test
    void callsOfAWashOutDoNotCount() {
        // Given
        block(0, 100, 50, 100, 60);
        block(1, 100, 50, 100, 60);
        SwitchbackReadout before = SwitchbackReadout.of(counts).orElseThrow();

        // When
        counts.add(new ArmAssignment(new Block("seoul", 0, 0), Arm.CONTROL, false), 1_000, 0);

        // Then
        assertThat(SwitchbackReadout.of(counts)).contains(before);
    }

    private void block(int number, long control, long won, long treatment, long wonToo) {
        Block block = new Block("seoul", number, 0);
        counts.add(new ArmAssignment(block, Arm.CONTROL, true), control, won);
        counts.add(new ArmAssignment(block, Arm.TREATMENT, true), treatment, wonToo);
    }
}
