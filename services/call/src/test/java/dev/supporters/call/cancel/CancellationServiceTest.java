package dev.supporters.call.cancel;

import static dev.supporters.call.SampleCalls.CUSTOMER;
import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.ServiceFixture;
import dev.supporters.call.activity.CommandEvent;
import dev.supporters.call.general.GeneralDispatcher.CancelOutcome;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.CallState.Cancelled;
import dev.supporters.call.life.CallState.Canceller;
import dev.supporters.call.life.CallState.Completed;
import dev.supporters.call.life.FollowUp;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.call.v1.CallEvent;

import org.junit.jupiter.api.Test;

import java.util.List;

class CancellationServiceTest {

    private static final String OPERATOR = "";

    private final ServiceFixture service = new ServiceFixture();

    @Test
    void aCallWithoutAPathGetsNoCommandAnyMoreAndIsCancelled() {
        for (Call before : List.of(SampleCalls.requested(), SampleCalls.held())) {
            // Given
            ServiceFixture here = new ServiceFixture();
            here.have(before);
            here.legacy.down = true;

            // When
            Call call = here.cancellations.cancel(ID, CUSTOMER).value();

            // Then
            assertThat(call.state()).isInstanceOf(Cancelled.class);
            assertThat(here.commander.closed).containsExactly(ID);
            assertThat(here.commander.cancelled).isEmpty();
            assertThat(call.followUps().pending(FollowUp.Kind.TAKE_BACK)).isPresent();
        }
    }

    @Test
    void aCommandOfWhichACallWithoutAPathHasNotHeardIsCancelled() {
        // Given
        service.have(SampleCalls.held());
        service.commander.engaged.put(ID, SampleCalls.COMMAND);

        // When
        Call call = service.cancellations.cancel(ID, CUSTOMER).value();

        // Then
        assertThat(call.state())
                .isEqualTo(new Cancelled(SampleCalls.COMMAND, Canceller.CUSTOMER, NOW));
        assertThat(service.commander.cancelled)
                .containsExactly(CancellationReason.CANCELLATION_REASON_CUSTOMER);
        assertThat(service.commander.engaged).isEmpty();
    }

    @Test
    void aDriveOfWhichACallWithoutAPathHasNotHeardGoesOn() {
        // Given
        service.have(SampleCalls.held());
        service.commander.engaged.put(ID, SampleCalls.COMMAND);
        service.commander.pickedUp = true;

        // When, Then
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_CALL_PICKED_UP);
        assertThat(service.call().commandId()).isEqualTo("c1");
    }

    @Test
    void aDriveWhoseCompletionTheCallHasNotHeardIsNotCancelled() {
        for (Call before :
                List.of(SampleCalls.commanded(), SampleCalls.accepted(), SampleCalls.arrived())) {
            // Given
            ServiceFixture here = new ServiceFixture();
            here.have(before);
            here.commander.freesNobody = true;
            here.commander.history.add(event(new CommandEvent.Completed()));

            // When, Then
            assertThatThrownBy(() -> here.cancellations.cancel(ID, CUSTOMER))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    assertThat(refusal.reason())
                                            .isEqualTo(ErrorReason.ERROR_REASON_CALL_ENDED));
            assertThat(here.call().state()).isInstanceOf(Completed.class);
        }
    }

    @Test
    void aRefusalThatTheCallHasNotHeardSendsTheCancellationToTheLegacySystem() {
        // Given
        service.have(SampleCalls.commanded());
        service.commander.freesNobody = true;
        service.commander.history.add(
                event(new CommandEvent.Refused(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL)));

        // When
        Call call = service.cancellations.cancel(ID, CUSTOMER).value();

        // Then
        assertThat(call.state()).isInstanceOf(Cancelled.class);
        assertThat(service.legacy.cancelled).containsExactly(ID + "/" + CUSTOMER);
    }

    @Test
    void aRefusalThatTheCallHasNotHeardBringsNoOtherSupporter() {
        // Given
        service.have(SampleCalls.commanded());
        service.commander.freesNobody = true;
        service.commander.history.add(
                event(
                        new CommandEvent.Refused(
                                RefusalConsequence.REFUSAL_CONSEQUENCE_NEXT_SUPPORTER)));

        // When
        Call call = service.cancellations.cancel(ID, CUSTOMER).value();

        // Then
        assertThat(call.state()).isInstanceOf(Cancelled.class);
        assertThat(service.commander.closed).containsExactly(ID);
        assertThat(service.router.asked).isEmpty();
    }

    @Test
    void aCancellationWhoseAnswerWasLostIsAnsweredTheSame() {
        // Given commander has cancelled the command, and this service died before its write
        service.have(SampleCalls.accepted());
        service.commander.freesNobody = true;
        service.commander.history.add(
                event(new CommandEvent.Cancelled(CancellationReason.CANCELLATION_REASON_CUSTOMER)));

        // When
        Call call = service.cancellations.cancel(ID, CUSTOMER).value();

        // Then
        assertThat(call.state())
                .isEqualTo(new Cancelled(SampleCalls.RIDE, Canceller.CUSTOMER, NOW));
    }

    @Test
    void acceptsThatCommanderRemembersNothing() {
        // Given
        service.have(SampleCalls.accepted());
        service.commander.freesNobody = true;

        // When
        Call call = service.cancellations.cancel(ID, OPERATOR).value();

        // Then
        assertThat(call.state())
                .isEqualTo(new Cancelled(SampleCalls.RIDE, Canceller.OPERATOR, NOW));
    }

    @Test
    void asksCommanderFirstOnTheSupportersPath() {
        for (Call before :
                List.of(SampleCalls.commanded(), SampleCalls.accepted(), SampleCalls.arrived())) {
            // Given
            ServiceFixture here = new ServiceFixture();
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
        service.have(SampleCalls.commanded());

        // When
        service.cancellations.cancel(ID, OPERATOR);

        // Then
        assertThat(service.commander.cancelled)
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
            ServiceFixture here = new ServiceFixture();
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
        service.have(SampleCalls.general());
        service.legacy.answer = CancelOutcome.UNKNOWN;

        // When
        Call call = service.cancellations.cancel(ID, CUSTOMER).value();

        // Then
        assertThat(call.state()).isInstanceOf(Cancelled.class);
    }

    @Test
    void refusesWhatTheArbiterRefuses() {
        service.have(SampleCalls.generalArrived());
        service.legacy.answer = CancelOutcome.PICKED_UP;
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_CALL_PICKED_UP);

        service.legacy.answer = CancelOutcome.ENDED;
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_CALL_ENDED);

        service.have(SampleCalls.arrived());
        service.commander.pickedUp = true;
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_CALL_PICKED_UP);
        assertThat(service.call()).isEqualTo(SampleCalls.arrived());
    }

    @Test
    void changesNothingWhenTheArbiterDoesNotAnswer() {
        service.have(SampleCalls.accepted());
        service.commander.down = true;
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_UNAVAILABLE);

        service.have(SampleCalls.held());
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_UNAVAILABLE);

        service.have(SampleCalls.general());
        service.legacy.down = true;
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_UNAVAILABLE);
        assertThat(service.call()).isEqualTo(SampleCalls.general());
    }

    @Test
    void refusesDuringTheDriveAndAfterTheEnd() {
        service.have(SampleCalls.driving());
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_CALL_PICKED_UP);

        service.have(SampleCalls.generalDriving());
        assertRefused(OPERATOR, ErrorReason.ERROR_REASON_CALL_PICKED_UP);

        service.have(SampleCalls.completed());
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_CALL_ENDED);

        service.have(SampleCalls.unserved());
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_CALL_ENDED);
    }

    @Test
    void answersTheSameAgainToTheSame() {
        // Given
        service.have(SampleCalls.commanded());
        var first = service.cancellations.cancel(ID, CUSTOMER);

        // When
        var second = service.cancellations.cancel(ID, CUSTOMER);

        // Then
        assertThat(second.value().state()).isEqualTo(first.value().state());
        assertThat(service.commander.cancelled).hasSize(1);
    }

    @Test
    void refusesToCancelWhatAnotherCancelled() {
        service.have(SampleCalls.cancelled());

        assertRefused(OPERATOR, ErrorReason.ERROR_REASON_CALL_ENDED);
        assertRefused("7002", ErrorReason.ERROR_REASON_CALL_ENDED);
    }

    @Test
    void refusesAnotherCustomerBeforeAskingAnybody() {
        service.have(SampleCalls.commanded());
        assertRefused("7002", ErrorReason.ERROR_REASON_PERMISSION_DENIED);
        service.have(SampleCalls.general());
        assertRefused("7002", ErrorReason.ERROR_REASON_PERMISSION_DENIED);

        assertThat(service.commander.cancelled).isEmpty();
        assertThat(service.legacy.cancelled).isEmpty();
    }

    @Test
    void refusesForACallThatNobodyKnows() {
        assertRefused(CUSTOMER, ErrorReason.ERROR_REASON_CALL_NOT_FOUND);
    }

    @Test
    void asksTheOtherArbiterWhenTheDriverRefusedMeanwhile() {
        // Given
        service.have(SampleCalls.commanded());
        service.commander.meanwhile =
                noted(new CommandEvent.Refused(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL));

        // When
        Call call = service.cancellations.cancel(ID, CUSTOMER).value();

        // Then
        assertThat(call.state()).isInstanceOf(Cancelled.class);
        assertThat(service.legacy.cancelled).containsExactly(ID + "/" + CUSTOMER);
    }

    @Test
    void isContentWhenCommandersEventWasFaster() {
        // Given
        service.have(SampleCalls.accepted());
        service.commander.meanwhile =
                noted(new CommandEvent.Cancelled(CancellationReason.CANCELLATION_REASON_CUSTOMER));

        // When
        CallState state = service.cancellations.cancel(ID, CUSTOMER).value().state();

        // Then
        assertThat(state).isInstanceOf(Cancelled.class);
        assertThat(service.told()).hasSize(1);
    }

    private Runnable noted(CommandEvent.Kind kind) {
        return () -> service.projection.apply("e1", event(kind));
    }

    private static CommandEvent event(CommandEvent.Kind kind) {
        return new CommandEvent(ID, "c1", SampleCalls.DRIVER, NOW, kind);
    }

    private void assertRefused(String customerId, ErrorReason reason) {
        assertThatThrownBy(() -> service.cancellations.cancel(ID, customerId))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
