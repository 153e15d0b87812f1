package dev.supporters.call.path;

import static dev.supporters.call.SampleCalls.COMMAND;
import static dev.supporters.call.SampleCalls.ID;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.World;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.CallState.Commanded;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.List;

class ConfirmationsTest {

    private final World world = new World();

    @Test
    void doesNotConfirmACallThatNobodyKnows() {
        assertThat(world.confirmations.confirm(ID, COMMAND)).isFalse();
    }

    @Test
    void givesACallWithoutAPathToTheCommandThatAsks() {
        // Given
        world.have(SampleCalls.requested());

        // When
        boolean confirmed = world.confirmations.confirm(ID, COMMAND);

        // Then
        assertThat(confirmed).isTrue();
        assertThat(world.call().state()).isEqualTo(new Commanded(COMMAND));
    }

    @Test
    void confirmsAsOftenAsItIsAsked() {
        // Given
        world.have(SampleCalls.accepted());

        // When
        boolean confirmed = world.confirmations.confirm(ID, COMMAND);

        // Then
        assertThat(confirmed).isTrue();
        assertThat(world.call()).isEqualTo(SampleCalls.accepted());
    }

    @Test
    void confirmsOneOfTwoCommandsThatAskAtOnce() {
        for (int round = 0; round < 50; round++) {
            // Given
            World here = new World();
            here.have(SampleCalls.requested());

            // When
            List<Boolean> confirmed =
                    Race.run(
                            () -> here.confirmations.confirm(ID, new Command("c1", "1", 60)),
                            () -> here.confirmations.confirm(ID, new Command("c2", "2", 60)));

            // Then
            assertThat(confirmed).containsExactlyInAnyOrder(true, false);
        }
    }
}
