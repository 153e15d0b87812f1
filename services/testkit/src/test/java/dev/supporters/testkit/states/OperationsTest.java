package dev.supporters.testkit.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.supporters.testkit.states.Operations.Operation;
import dev.supporters.testkit.states.StateExplorer.StateChange;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class OperationsTest {

    @Test
    void anOperationIsAloneCutOffOrInterrupted() {
        var operations = new Operations<>(Counting::new, state -> state, true);

        Map<String, Integer> reached =
                operations
                        .actions(
                                0,
                                List.of(
                                        Operation.once("reads and adds one", Counting::addOne),
                                        Operation.of("becomes ten", Counting::becomeTen),
                                        Operation.of("nothing", counting -> "done")))
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        StateChange::name, action -> action.step().apply(0)));

        assertThat(reached)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "reads and adds one", 1,
                                "reads and adds one, and the process dies at point 0", 0,
                                // what a store with versions would not let happen
                                "reads and adds one; in its middle, at point 0: becomes ten", 1,
                                "becomes ten", 10,
                                "becomes ten, and the process dies at point 0", 0,
                                "becomes ten; in its middle, at point 0: reads and adds one", 10,
                                "nothing", 0));
    }

    @Test
    void whatMayBeRepeatedHasNoEffectTheSecondTime() {
        var operations = new Operations<>(Counting::new, state -> state, false);
        StateChange<Integer> wrong =
                operations
                        .actions(0, List.of(Operation.of("adds one", Counting::addOne)))
                        .getFirst();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> wrong.step().apply(0))
                .withMessageContaining("repetition");
    }

    private static final class Counting implements Operations.Run<Integer> {

        private final Interruption interruption = new Interruption();
        private int count;

        Counting(int count) {
            this.count = count;
        }

        String addOne() {
            int read = count;
            interruption.point();
            count = read + 1;
            return "done";
        }

        String becomeTen() {
            interruption.point();
            count = 10;
            return "done";
        }

        @Override
        public Interruption interruption() {
            return interruption;
        }

        @Override
        public Integer stored() {
            return count;
        }
    }
}
