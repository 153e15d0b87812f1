package dev.supporters.call.cancel;

import static dev.supporters.call.SampleCalls.CUSTOMER;
import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.World;
import dev.supporters.call.activity.Activity;
import dev.supporters.call.activity.Happening;
import dev.supporters.call.general.LegacySystem.Cancelling;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.CallState.Cancelled;
import dev.supporters.call.life.Canceller;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.call.v1.CallEvent;

import org.junit.jupiter.api.Test;

import java.util.List;

class CancellationsTest {

    private static final String OPERATOR = "";

    private final World world = new World();

    @Test
    void cancelsACallWithoutAPathAtOnce() {
        // Given
        world.have(SampleCalls.requested());

        // When
        Call call = world.cancellations.cancel(ID, CUSTOMER).value();

        // Then
        assertThat(call.state()).isInstanceOf(Cancelled.class);
        assertThat(world.commander.cancelled).isEmpty();
        assertThat(world.legacy.cancelled).isEmpty();
    }

    @Test
    void asksCommanderFirstOnTheSupportersPath() {
        for (Call before :
                List.of(SampleCalls.commanded(), SampleCalls.accepted(), SampleCalls.arrived())) {
            // Given
            World here = new World();
            here.have(before);

            // When
            Call call = here.cancellations.cancel(ID, CUSTOMER).value();

            // Then
            assertThat(call.state())
                    .isEqualTo(new Cancelled(before.state().assignee(), Canceller.CUSTOMER, NOW));
            assertThat(here.commander.cancelled)
                    .containsExactly(CancellationReason.CANCELLATION_REASON_CUSTOMER);
            assertThat(here.told())
                    .last()
                    .extracting(CallEvent::getEventCase)
                    .isEqualTo(CallEvent.EventCase.ENDED);
        }
    }

    @Test
    void tellsCommanderThatAnOperatorCancels() {
        // Given
        world.have(SampleCalls.commanded());

        // When
        world.cancellations.cancel(ID, OPERATOR);

        // Then
        assertThat(world.commander.cancelled)
                .containsExactly(CancellationReason.CANCELLATION_REASON_OPERATOR);
    }

    @Test
    void asksTheLegacySystemFirstOnGeneralDispatch() {
        for (Call before :
                List.of(
                        SampleCalls.general(),
                        SampleCalls.generalAccepted(),
                        SampleCalls.generalArrived())) {
            // Given
            World here = new World();
            here.have(before);

            // When
            Call call = here.cancellations.cancel(ID, CUSTOMER).value();

            // Then
            assertThat(call.state()).isInstanceOf(Cancelled.class);
            assertThat(here.legacy.cancelled).containsExactly(ID + "/" + CUSTOMER);
            assertThat(here.commander.cancelled).isEmpty();
        }
    }

    @Test
    void cancelsWhatTheLegacySystemHasNotGotYet() {
        // Given
        world.have(SampleCalls.general());
        world.legacy.answer = Cancelling.UNKNOWN;

        // When
        Call call = world.cancellations.cancel(ID, CUSTOMER).value();

        // Then
        assertThat(call.state()).isInstanceOf(Cancelled.class);
    }

    @Test
    void refusesWhatTheArbiterRefuses() {
        world.have(SampleCalls.generalArrived());
        world.legacy.answer = Cancelling.PICKED_UP;
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_CALL_PICKED_UP);

        world.legacy.answer = Cancelling.ENDED;
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_CALL_ENDED);

        world.have(SampleCalls.arrived());
        world.commander.pickedUp = true;
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_CALL_PICKED_UP);
        assertThat(world.call()).isEqualTo(SampleCalls.arrived());
    }

    @Test
    void changesNothingWhenTheArbiterDoesNotAnswer() {
        world.have(SampleCalls.accepted());
        world.commander.down = true;
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_UNAVAILABLE);

        world.have(SampleCalls.general());
        world.legacy.down = true;
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_UNAVAILABLE);
        assertThat(world.call()).isEqualTo(SampleCalls.general());
    }

    @Test
    void refusesDuringTheDriveAndAfterTheEnd() {
        world.have(SampleCalls.driving());
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_CALL_PICKED_UP);

        world.have(SampleCalls.generalDriving());
        assertRefused(OPERATOR, ErrorReason.ERROR_REASON_CALL_PICKED_UP);

        world.have(SampleCalls.completed());
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_CALL_ENDED);

        world.have(SampleCalls.unserved());
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_CALL_ENDED);
    }

    @Test
    void answersTheSameAgainToTheSame() {
        // Given
        world.have(SampleCalls.commanded());
        var first = world.cancellations.cancel(ID, CUSTOMER);

        // When
        var second = world.cancellations.cancel(ID, CUSTOMER);

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(world.commander.cancelled).hasSize(1);
    }

    @Test
    void refusesToCancelWhatAnotherCancelled() {
        world.have(SampleCalls.cancelled());

        assertRefused(OPERATOR, ErrorReason.ERROR_REASON_CALL_ENDED);
        assertRefused("7002", ErrorReason.ERROR_REASON_CALL_ENDED);
    }

    @Test
    void refusesAnotherCustomerBeforeAskingAnybody() {
        world.have(SampleCalls.commanded());
        assertRefused("7002", ErrorReason.ERROR_REASON_PERMISSION_DENIED);
        world.have(SampleCalls.general());
        assertRefused("7002", ErrorReason.ERROR_REASON_PERMISSION_DENIED);

        assertThat(world.commander.cancelled).isEmpty();
        assertThat(world.legacy.cancelled).isEmpty();
    }

    @Test
    void refusesForACallThatNobodyKnows() {
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_CALL_NOT_FOUND);
    }

    @Test
    void asksTheOtherArbiterWhenTheDriverRefusedMeanwhile() {
        // Given
        world.have(SampleCalls.commanded());
        world.commander.meanwhile =
                noted(new Happening.Refused(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL));

        // When
        Call call = world.cancellations.cancel(ID, CUSTOMER).value();

        // Then
        assertThat(call.state()).isInstanceOf(Cancelled.class);
        assertThat(world.legacy.cancelled).containsExactly(ID + "/" + CUSTOMER);
    }

    @Test
    void isContentWhenCommandersEventWasFaster() {
        // Given
        world.have(SampleCalls.accepted());
        world.commander.meanwhile =
                noted(new Happening.Cancelled(CancellationReason.CANCELLATION_REASON_CUSTOMER));

        // When
        CallState state = world.cancellations.cancel(ID, CUSTOMER).value().state();

        // Then
        assertThat(state).isInstanceOf(Cancelled.class);
        assertThat(world.told()).hasSize(1);
    }

    private Runnable noted(Happening happening) {
        Activity activity = new Activity(ID, "c1", SampleCalls.DRIVER, NOW, happening);
        return () -> world.projector.note("e1", activity);
    }

    private void assertRefused(String customerId, ErrorReason reason) {
        assertThatThrownBy(() -> world.cancellations.cancel(ID, customerId))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
