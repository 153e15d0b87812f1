package dev.supporters.faults.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.supporters.faults.scenario.PlannerKilled.ReadSignal;

import org.junit.jupiter.api.Test;

import java.util.List;

class PlannerKilledTest {

    @Test
    void twoEventsForOneDriverOfATickAreWhatMustNotBe() {
        assertThat(
                        PlannerKilled.twice(
                                List.of(
                                        new ReadSignal("e1", "plan-1-77-4"),
                                        new ReadSignal("e2", "plan-1-77-5"),
                                        new ReadSignal("e3", "plan-1-78-4"),
                                        new ReadSignal("e4", "plan-1-77-5"))))
                .containsExactly("plan-1-77-5");
    }

    @Test
    void anEventThatWasPublishedAgainIsOneSignal() {
        assertThat(
                        PlannerKilled.twice(
                                List.of(
                                        new ReadSignal("e1", "plan-1-77-4"),
                                        new ReadSignal("e1", "plan-1-77-4"))))
                .isEmpty();
    }

    @Test
    void aNightWithoutSignalsTriesNothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PlannerKilled.twice(List.of()))
                .withMessage("no moves were signalled (expected: some)");
    }
}
