package dev.supporters.call.recovery;

import static dev.supporters.call.SampleCalls.COMMAND;
import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.CallDefaults;
import dev.supporters.call.SampleCalls;
import dev.supporters.call.ServiceFixture;
import dev.supporters.call.life.CallState.Commanded;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.life.CallState.Requested;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallRecoveryTest {

    /** Five pauses of a second. */
    private static final int SWEEPS = 6;

    private final ServiceFixture service = new ServiceFixture();
    private final CallRecovery recovery =
            new CallRecovery(
                    service.calls,
                    service.dispatch,
                    service.legacy,
                    service.clock,
                    new CallDefaults());

    @BeforeEach
    void start() {
        recovery.start(new io.quarkus.runtime.StartupEvent());
    }

    @Test
    void leavesACallAloneThatMayStillBeUnderWay() {
        // Given
        service.have(SampleCalls.requested());

        // When
        sweep(SWEEPS - 1);

        // Then
        assertThat(service.call().state()).isEqualTo(new Requested());
        assertThat(service.commander.closed).isEmpty();
    }

    @Test
    void closesACallThatACrashLeftAndSendsItToGeneralDispatch() {
        // Given
        service.have(SampleCalls.requested());

        // When
        sweep(SWEEPS);

        // Then
        assertThat(service.call().state()).isEqualTo(new General());
        assertThat(service.call().reason()).isEqualTo("ROUTING_UNAVAILABLE");
        assertThat(service.commander.closed).containsExactly(ID);
        assertThat(service.router.asked).isEmpty();
    }

    @Test
    void adoptsTheCommandThatWasGivenBeforeTheCrash() {
        // Given
        service.have(SampleCalls.requested());
        service.commander.engaged.put(ID, COMMAND);

        // When
        sweep(SWEEPS);

        // Then
        assertThat(service.call().state()).isEqualTo(new Commanded(COMMAND));
    }

    @Test
    void followsTheGatewayThatHandedTheCallOverMeanwhile() {
        // Given
        service.have(SampleCalls.requested());
        service.legacy.knows = true;
        service.commander.engaged.put(ID, COMMAND);

        // When
        sweep(SWEEPS);

        // Then
        assertThat(service.call().state()).isEqualTo(new General());
        assertThat(service.call().reason()).isEqualTo("CALL_UNAVAILABLE");
    }

    @Test
    void doesWithoutTheLegacySystemAndCommanderIfItMust() {
        // Given
        service.have(SampleCalls.requested());
        service.legacy.down = true;
        service.commander.down = true;

        // When
        sweep(SWEEPS);

        // Then
        assertThat(service.call().state()).isEqualTo(new General());
    }

    @Test
    void leavesACallAloneThatIsHeld() {
        // Given
        service.have(SampleCalls.held());

        // When
        sweep(SWEEPS);

        // Then
        assertThat(service.call()).isEqualTo(SampleCalls.held());
    }

    @Test
    void countsAnewForACallThatWaitsAgain() {
        // Given
        service.have(SampleCalls.requested());
        sweep(SWEEPS - 1);
        service.have(
                SampleCalls.commanded()
                        .withoutCommand("c1")
                        .requestedAgain(SampleCalls.DRIVER, NOW));

        // When
        sweep(SWEEPS - 1);

        // Then
        assertThat(service.call().state()).isEqualTo(new Requested());
    }

    private void sweep(int times) {
        for (int i = 0; i < times; i++) {
            service.clock.tick();
        }
    }
}
