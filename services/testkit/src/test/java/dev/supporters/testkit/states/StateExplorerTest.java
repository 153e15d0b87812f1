package dev.supporters.testkit.states;

import static dev.supporters.testkit.states.StateExplorer.StateRule.always;
import static dev.supporters.testkit.states.StateExplorer.StateRule.eachStep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.supporters.testkit.states.StateExplorer.Explored;
import dev.supporters.testkit.states.StateExplorer.StateChange;
import dev.supporters.testkit.states.StateExplorer.StateRule;

import org.junit.jupiter.api.Test;

import java.util.List;

class StateExplorerTest {

    /** From 0 to 9: one more, or twice as much. */
    private static final List<StateChange<Integer>> ACTIONS =
            List.of(
                    new StateChange<>("one more", n -> Math.min(n + 1, 9)),
                    new StateChange<>("twice as much", n -> Math.min(n * 2, 9)),
                    new StateChange<>("nothing", n -> n));

    @Test
    void visitsEachStateOnce() {
        Explored explored = explorer().explore(0);

        assertThat(explored.states()).isEqualTo(10);
        assertThat(explored.steps()).isEqualTo(30);
        assertThat(explored.depth()).isEqualTo(5);
        assertThat(explored.effective()).containsExactly("one more", "twice as much");
    }

    @Test
    void showsAShortestWayToABrokenInvariant() {
        var explorer = explorer(always("less than 8", n -> n < 8));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> explorer.explore(0))
                .withMessage(
                        """
                        broken: less than 8
                          0. at first
                             -> 0
                          1. one more
                             -> 1
                          2. one more
                             -> 2
                          3. twice as much
                             -> 4
                          4. twice as much
                             -> 8\
                        """
                                .replace("\n", System.lineSeparator()));
    }

    @Test
    void checksStepsToStatesThatWereVisitedBefore() {
        var explorer = explorer(eachStep("3 does not become 4", (a, b) -> a != 3 || b != 4));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> explorer.explore(0))
                .withMessageStartingWith("broken: 3 does not become 4");
    }

    @Test
    void showsTheWayToAnActionThatThrows() {
        var explorer =
                new StateExplorer<Integer>(
                        n -> n,
                        n -> List.of(new StateChange<>("divides", m -> 6 / (3 - m))),
                        List.of());

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> explorer.explore(0))
                .withMessageContaining("1. divides")
                .withMessageContaining("2. divides")
                .withMessageContaining("failed");
    }

    @SafeVarargs
    private static StateExplorer<Integer> explorer(StateRule<Integer>... invariants) {
        return new StateExplorer<>(n -> n, n -> ACTIONS, List.of(invariants));
    }
}
