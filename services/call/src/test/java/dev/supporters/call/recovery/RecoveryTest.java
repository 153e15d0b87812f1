package dev.supporters.call.recovery;

import static dev.supporters.call.SampleCalls.COMMAND;
import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.CallConfig;
import dev.supporters.call.SampleCalls;
import dev.supporters.call.World;
import dev.supporters.call.life.CallState.Commanded;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.life.CallState.Requested;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class RecoveryTest {

    /** Five pauses of a second. */
    private static final int SWEEPS = 6;

    private final World world = new World();
    private final Recovery recovery =
            new Recovery(world.calls, world.paths, world.legacy, world.clock, new Defaults());

    @BeforeEach
    void start() {
        recovery.start(new io.quarkus.runtime.StartupEvent());
    }

    @Test
    void leavesACallAloneThatMayStillBeUnderWay() {
        // Given
        world.have(SampleCalls.requested());

        // When
        sweep(SWEEPS - 1);

        // Then
        assertThat(world.call().state()).isEqualTo(new Requested());
        assertThat(world.commander.closed).isEmpty();
    }

    @Test
    void closesACallThatACrashLeftAndSendsItToGeneralDispatch() {
        // Given
        world.have(SampleCalls.requested());

        // When
        sweep(SWEEPS);

        // Then
        assertThat(world.call().state()).isEqualTo(new General());
        assertThat(world.call().reason()).isEqualTo("ROUTING_UNAVAILABLE");
        assertThat(world.commander.closed).containsExactly(ID);
        assertThat(world.routing.asked).isEmpty();
    }

    @Test
    void adoptsTheCommandThatWasGivenBeforeTheCrash() {
        // Given
        world.have(SampleCalls.requested());
        world.commander.engaged.put(ID, COMMAND);

        // When
        sweep(SWEEPS);

        // Then
        assertThat(world.call().state()).isEqualTo(new Commanded(COMMAND));
    }

    @Test
    void followsTheGatewayThatHandedTheCallOverMeanwhile() {
        // Given
        world.have(SampleCalls.requested());
        world.legacy.knows = true;
        world.commander.engaged.put(ID, COMMAND);

        // When
        sweep(SWEEPS);

        // Then
        assertThat(world.call().state()).isEqualTo(new General());
        assertThat(world.call().reason()).isEqualTo("CALL_UNAVAILABLE");
    }

    @Test
    void doesWithoutTheLegacySystemAndCommanderIfItMust() {
        // Given
        world.have(SampleCalls.requested());
        world.legacy.down = true;
        world.commander.down = true;

        // When
        sweep(SWEEPS);

        // Then
        assertThat(world.call().state()).isEqualTo(new General());
    }

    @Test
    void countsAnewForACallThatWaitsAgain() {
        // Given
        world.have(SampleCalls.requested());
        sweep(SWEEPS - 1);
        world.have(SampleCalls.commanded().without("c1").again("1004550", NOW));

        // When
        sweep(SWEEPS - 1);

        // Then
        assertThat(world.call().state()).isEqualTo(new Requested());
    }

    private void sweep(int times) {
        for (int i = 0; i < times; i++) {
            world.clock.tick();
        }
    }

    private static final class Defaults implements CallConfig {

        @Override
        public Duration recoverAfter() {
            return Duration.ofSeconds(5);
        }

        @Override
        public boolean recovery() {
            return true;
        }
    }
}
