package dev.supporters.call.hold;

import static dev.supporters.call.SampleCalls.COMMAND;
import static dev.supporters.call.SampleCalls.CUSTOMER;
import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;
import static dev.supporters.call.SampleCalls.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.CallConfig;
import dev.supporters.call.CallDefaults;
import dev.supporters.call.SampleCalls;
import dev.supporters.call.ServiceFixture;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallState.Cancelled;
import dev.supporters.call.life.CallState.Commanded;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.life.CallState.Hold;
import dev.supporters.call.path.PathDecision.Assigned;
import dev.supporters.call.path.PathDecision.Held;
import dev.supporters.call.path.PathDecision.ToGeneral;
import dev.supporters.contract.CallId;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.testkit.Race;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class HoldSweepTest {

    private static final Assigned ASSIGNED = new Assigned(COMMAND, List.of("supporters:fit"));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ServiceFixture service = new ServiceFixture();

    @Test
    void aCallThatRoutingHoldsWaitsInTheStoreAndIsRoutedAgainByTheSweepOnly() {
        // Given
        service.router.decides(new Held(NOW.plusSeconds(60), List.of("supporters:fit")));

        // When
        service.requests.request(order());
        Versioned<?> again = service.requests.request(order());

        // Then
        assertThat(again.value()).isEqualTo(SampleCalls.held());
        assertThat(service.router.asked).hasSize(1);
        assertThat(service.call().hold()).contains(new Hold(NOW, NOW.plusSeconds(60)));
        assertThat(service.told())
                .extracting(CallEvent::getEventCase)
                .containsExactly(CallEvent.EventCase.REQUESTED, CallEvent.EventCase.PROGRESSED);
    }

    @Test
    void givesAHeldCallToTheSupporterWhomRoutingFinds() {
        // Given
        service.have(SampleCalls.held());
        service.router.decidesHeld(ID, ASSIGNED);

        // When
        sweep().sweep();

        // Then
        assertThat(service.call().state()).isEqualTo(new Commanded(COMMAND));
        assertThat(service.calls.held(10)).isEmpty();
        assertThat(ended("COMMANDED")).isEqualTo(1);
        assertThat(service.commander.closed).isEmpty();
    }

    @Test
    void aCallOfWhichRoutingSaysNothingGoesOnWaiting() {
        // Given
        service.have(SampleCalls.held());

        // When
        HoldSweep sweep = sweep();
        sweep.sweep();
        sweep.sweep();

        // Then
        assertThat(service.call()).isEqualTo(SampleCalls.held());
        assertThat(service.router.askedHeld).extracting(Versioned::version).containsExactly(1L, 1L);
        assertThat(meters.get("supporters_call_held").gauge().value()).isEqualTo(1);
    }

    @Test
    void aCallThatSupportersMayNotHaveAnyMoreGoesToGeneralDispatch() {
        // Given
        service.have(SampleCalls.held());
        service.router.decidesHeld(ID, new ToGeneral("WINDOW_CLOSED", List.of(), true));

        // When
        sweep().sweep();

        // Then
        assertThat(service.call().state()).isEqualTo(new General());
        assertThat(service.call().reason()).isEqualTo("WINDOW_CLOSED");
    }

    @Test
    void goesToGeneralDispatchAtItsDeadlineClosedToSupporters() {
        // Given
        service.have(SampleCalls.held());
        service.clock.set(NOW.plusSeconds(60));

        // When
        sweep().sweep();

        // Then
        assertThat(service.call().state()).isEqualTo(new General());
        assertThat(service.call().reason()).isEqualTo("NO_SUPPORTER");
        assertThat(service.commander.closed).containsExactly(ID);
        assertThat(service.router.askedHeld).isEmpty();
        assertThat(ended("GENERAL")).isEqualTo(1);
    }

    @Test
    void endsEachHoldOnTimeAndNotOnlyWithTheNextSweep() {
        // Given
        CallId later = new CallId("254138");
        service.have(SampleCalls.held());
        service.have(Call.requested(SampleCalls.order(later, NOW)).held(NOW.plusSeconds(61), NOW));
        sweep().sweep();

        // When
        service.clock.set(NOW.plusSeconds(60));

        // Then
        assertThat(service.call().state()).isEqualTo(new General());
        assertThat(service.call().since()).isEqualTo(NOW.plusSeconds(60));
        assertThat(service.calls.held(10)).hasSize(1);

        // When
        service.clock.set(NOW.plusSeconds(61));

        // Then
        assertThat(service.calls.held(10)).isEmpty();
    }

    @Test
    void onlyWhatACallWaitsBeyondItsHoldIsMeasuredAsAWait() {
        // Given
        service.have(SampleCalls.held());
        service.clock.set(NOW.plusSeconds(63));

        // When
        sweep().sweep();

        // Then
        assertThat(service.pathWait(DispatchPath.GENERAL)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void adoptsACommandThatWasGivenAtTheLastMoment() {
        // Given
        service.have(SampleCalls.held());
        service.commander.engaged.put(ID, COMMAND);
        service.clock.set(NOW.plusSeconds(61));

        // When
        sweep().sweep();

        // Then
        assertThat(service.call().state()).isEqualTo(new Commanded(COMMAND));
    }

    @Test
    void endsTheHoldAlsoWithoutRoutingAndCommander() {
        // Given
        service.have(SampleCalls.held());
        service.router.downForHeld = true;
        service.commander.down = true;
        HoldSweep sweep = sweep();
        sweep.sweep();
        assertThat(service.call()).isEqualTo(SampleCalls.held());
        service.clock.set(NOW.plusSeconds(60));

        // When
        sweep.sweep();

        // Then
        assertThat(service.call().state()).isEqualTo(new General());
    }

    @Test
    void anInstanceThatStartsAfterACrashGoesOnWithWhatIsStored() {
        // Given
        service.have(SampleCalls.held());
        sweep().sweep();
        service.router.decidesHeld(ID, ASSIGNED);

        // When
        HoldSweep another = sweep();
        another.start(new StartupEvent());
        service.clock.tick();

        // Then
        assertThat(service.call().state()).isEqualTo(new Commanded(COMMAND));
    }

    @Test
    void anInstanceThatOnlyRecoversEndsWhatNobodyElseEnds() {
        // Given
        service.have(SampleCalls.held());
        sweep(new OnlyRecovery()).start(new StartupEvent());
        service.clock.tick();
        assertThat(service.call()).isEqualTo(SampleCalls.held());

        // When
        service.clock.set(NOW.plusSeconds(65));
        service.clock.tick();

        // Then
        assertThat(service.call().state()).isEqualTo(new General());
        assertThat(service.router.askedHeld).isEmpty();
    }

    @Test
    void aHeldCallCanBeCancelledAtOnce() {
        // Given
        service.have(SampleCalls.held());
        service.router.decidesHeld(ID, ASSIGNED);

        // When
        service.cancellations.cancel(ID, CUSTOMER);
        sweep().sweep();

        // Then
        assertThat(service.call().state()).isInstanceOf(Cancelled.class);
        assertThat(service.router.askedHeld).isEmpty();
    }

    @Test
    void ofACallThatIsCancelledWhileItGetsASupporterTheSupporterIsFreed() {
        // Given
        service.have(SampleCalls.held());
        service.router.decidesHeld(ID, ASSIGNED);
        service.router.meanwhile = () -> service.cancellations.cancel(ID, CUSTOMER);

        // When
        sweep().sweep();

        // Then
        assertThat(service.call().state()).isInstanceOf(Cancelled.class);
        assertThat(service.commander.cancelled)
                .containsExactly(CancellationReason.CANCELLATION_REASON_WITHDRAWN);
        assertThat(service.requests.confirm(ID, COMMAND)).isFalse();
    }

    @Test
    void ofTwoSweepsAtTheSameTimeOneGivesTheCommand() {
        for (int round = 0; round < 50; round++) {
            // Given
            ServiceFixture here = new ServiceFixture();
            here.have(SampleCalls.held());
            here.router.decidesHeld(ID, ASSIGNED);

            // When
            Race.run(() -> run(here), () -> run(here));

            // Then
            assertThat(here.call().state()).isEqualTo(new Commanded(COMMAND));
            assertThat(here.calls.find(ID).orElseThrow().version()).isEqualTo(2);
            assertThat(here.commander.cancelled).isEmpty();
        }
    }

    private static boolean run(ServiceFixture here) {
        sweep(here, new CallDefaults(), new SimpleMeterRegistry()).sweep();
        return true;
    }

    private HoldSweep sweep() {
        return sweep(new CallDefaults());
    }

    private HoldSweep sweep(CallConfig config) {
        return sweep(service, config, meters);
    }

    private static HoldSweep sweep(
            ServiceFixture here, CallConfig config, SimpleMeterRegistry meters) {
        return new HoldSweep(
                here.calls, here.dispatch, here.router, here.clock, here.clock, config, meters);
    }

    private double ended(String state) {
        return meters.get("supporters_call_holds_total").tag("state", state).counter().count();
    }

    /** The settings of an instance beside a function call-hold. */
    private static final class OnlyRecovery extends CallDefaults {

        @Override
        public boolean hold() {
            return false;
        }
    }
}
