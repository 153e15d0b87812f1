package dev.supporters.call.general;

import static dev.supporters.call.SampleCalls.COMMISSION_DRIVER;
import static dev.supporters.call.SampleCalls.DRIVER;
import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.ServiceFixture;
import dev.supporters.call.activity.CommandEvent;
import dev.supporters.call.general.GeneralReport.Step;
import dev.supporters.call.life.Assignee.GeneralRide;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallState.Accepted;
import dev.supporters.call.life.CallState.Arrived;
import dev.supporters.call.life.CallState.Cancelled;
import dev.supporters.call.life.CallState.Completed;
import dev.supporters.call.life.CallState.Driving;
import dev.supporters.call.life.CallState.Failed;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.life.FollowUp.Kind;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.call.v1.CallEvent;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class GeneralReportServiceTest {

    private static final Instant LATER = NOW.plusSeconds(60);
    private static final GeneralRide RIDE = new GeneralRide(COMMISSION_DRIVER, LATER);

    private final ServiceFixture service = new ServiceFixture();

    @Test
    void aCommissionDriveGoesItsWay() {
        service.have(SampleCalls.general());

        assertThat(report("r1", Step.TAKEN).state()).isEqualTo(new Accepted(RIDE));
        assertThat(report("r2", Step.ARRIVED).state()).isEqualTo(new Arrived(RIDE));
        assertThat(report("r3", Step.PICKED_UP).state()).isEqualTo(new Driving(RIDE));
        assertThat(report("r4", Step.COMPLETED).state()).isEqualTo(new Completed(RIDE, LATER));
        assertThat(service.told())
                .extracting(CallEvent::getEventCase)
                .containsExactly(
                        CallEvent.EventCase.PROGRESSED,
                        CallEvent.EventCase.PROGRESSED,
                        CallEvent.EventCase.PROGRESSED,
                        CallEvent.EventCase.ENDED);
    }

    @Test
    void aDroppedCallIsOfferedAgainAndOnlyOnce() {
        // Given
        service.have(SampleCalls.general());
        report("r1", Step.TAKEN);
        report("r2", Step.DROPPED);

        // When the first report comes again
        Call call = report("r1", Step.TAKEN);

        // Then
        assertThat(call.state()).isEqualTo(new General(Optional.of(LATER)));
        assertThat(service.told())
                .extracting(CallEvent::getEventCase)
                .containsExactly(CallEvent.EventCase.PROGRESSED, CallEvent.EventCase.PROGRESSED);
    }

    @Test
    void aReportThatComesLateUnderANewIdGivesTheCallToNobodyWhoHasGivenItBack() {
        // Given
        DriverId other = new DriverId("2000002");
        service.have(SampleCalls.general());
        report("1", Step.TAKEN, COMMISSION_DRIVER, 10);
        report("2", Step.DROPPED, COMMISSION_DRIVER, 60);

        // When, Then
        assertThat(report("1b", Step.TAKEN, COMMISSION_DRIVER, 10).state())
                .isInstanceOf(General.class);
        report("3", Step.TAKEN, other, 90);
        report("1c", Step.TAKEN, COMMISSION_DRIVER, 10);
        report("2b", Step.DROPPED, COMMISSION_DRIVER, 60);
        assertThat(service.call().state().assignee().driver()).contains(other);
        report("4", Step.PICKED_UP, other, 600);
        assertThat(report("5", Step.COMPLETED, other, 2400).state())
                .isEqualTo(
                        new Completed(
                                new GeneralRide(other, NOW.plusSeconds(90)),
                                NOW.plusSeconds(2400)));
    }

    @Test
    void aDriveWhoseCompletionTheCallHasNotHeardIsNotTakenFromItsSupporter() {
        for (Step step : List.of(Step.TAKEN, Step.CANCELLED)) {
            // Given
            service.have(SampleCalls.arrived());
            service.commander.freesNobody = true;
            service.commander.history.add(
                    new CommandEvent(ID, "c1", DRIVER, LATER, new CommandEvent.Completed()));

            // When, Then
            assertRefused(step, ErrorReason.ERROR_REASON_CALL_ENDED);
            assertThat(service.call().state()).isEqualTo(new Completed(SampleCalls.RIDE, LATER));
        }
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        for (Step step : List.of(Step.TAKEN, Step.ARRIVED, Step.PICKED_UP)) {
            service.have(SampleCalls.generalDriving());
            assertThat(report("again-" + step, step)).isEqualTo(SampleCalls.generalDriving());
        }
    }

    @Test
    void anUnservedCallFails() {
        // Given
        service.have(SampleCalls.general());

        // When
        Call call = report("r1", Step.UNSERVED);

        // Then
        assertThat(call.state()).isInstanceOf(Failed.class);
        assertThat(call.reason()).isEqualTo("NO_SUPPORTER");
        assertThat(service.told())
                .last()
                .extracting(e -> e.getEnded().getReason())
                .isEqualTo("UNSERVED");
        assertThat(report("r2", Step.UNSERVED)).isEqualTo(call);
    }

    @Test
    void aCustomerMayCancelAtTheLegacySide() {
        // Given
        service.have(SampleCalls.generalAccepted());

        // When
        Call call = report("r1", Step.CANCELLED);

        // Then
        assertThat(call.state()).isInstanceOf(Cancelled.class);
        assertThat(report("r2", Step.CANCELLED)).isEqualTo(call);
    }

    @Test
    void refusesWhatDoesNotBelongToTheEndOfTheCall() {
        service.have(SampleCalls.cancelled());
        assertRefused(Step.TAKEN, ErrorReason.ERROR_REASON_CALL_ENDED);
        assertRefused(Step.UNSERVED, ErrorReason.ERROR_REASON_CALL_ENDED);
        service.have(SampleCalls.completed());
        assertRefused(Step.COMPLETED, ErrorReason.ERROR_REASON_CALL_ENDED);
        service.have(SampleCalls.unserved());
        assertRefused(Step.TAKEN, ErrorReason.ERROR_REASON_CALL_ENDED);
        service.have(SampleCalls.failed());
        assertRefused(Step.UNSERVED, ErrorReason.ERROR_REASON_CALL_ENDED);
    }

    @Test
    void refusesForACallThatNobodyKnows() {
        assertRefused(Step.TAKEN, ErrorReason.ERROR_REASON_CALL_NOT_FOUND);
    }

    @Test
    void answersLateStepsOfTheDriveThatEnded() {
        Call completed = SampleCalls.generalCompleted().acknowledged(Kind.HAND_OVER, NOW);
        service.have(completed);

        assertThat(report("r1", Step.TAKEN)).isEqualTo(completed);
        assertThat(report("r2", Step.COMPLETED)).isEqualTo(completed);
    }

    @Test
    void aCallWithoutAPathIsOnGeneralDispatchOnceItWasTakenThere() {
        // Given
        service.have(SampleCalls.requested());

        // When
        Call call = report("r1", Step.TAKEN);

        // Then
        assertThat(call.path()).isEqualTo(DispatchPath.GENERAL);
        assertThat(call.reason()).isEqualTo("CALL_UNAVAILABLE");
        assertThat(call.state()).isEqualTo(new Accepted(RIDE));
    }

    @Test
    void aCommissionDriverWhoTookTheCallPrevailsOverASupporter() {
        for (Call before :
                List.of(SampleCalls.commanded(), SampleCalls.accepted(), SampleCalls.arrived())) {
            // Given
            ServiceFixture here = new ServiceFixture();
            here.have(before);

            // When
            Call call = here.reports.report(of("r1", Step.TAKEN)).value();

            // Then
            assertThat(here.commander.cancelled)
                    .containsExactly(CancellationReason.CANCELLATION_REASON_WITHDRAWN);
            assertThat(call.state()).isEqualTo(new Accepted(RIDE));
            assertThat(call.hadCommand("c1")).isTrue();
        }
    }

    @Test
    void aSupportersDriveGoesOnWhateverGeneralDispatchSays() {
        // Given
        service.have(SampleCalls.arrived());
        service.commander.pickedUp = true;

        // When
        Call call = report("r1", Step.TAKEN);

        // Then
        assertThat(call).isEqualTo(SampleCalls.arrived());
        service.have(SampleCalls.driving());
        for (Step step : Step.values()) {
            assertThat(report("later-" + step, step)).isEqualTo(SampleCalls.driving());
        }
    }

    @Test
    void aSupportersCallIsNotUnserved() {
        service.have(SampleCalls.commanded());

        assertThat(report("r1", Step.UNSERVED)).isEqualTo(SampleCalls.commanded());
        assertThat(service.commander.cancelled).isEmpty();
    }

    private Call report(String requestId, Step step, DriverId driver, long seconds) {
        return service.reports
                .report(
                        new GeneralReport(
                                requestId, ID, step, Optional.of(driver), NOW.plusSeconds(seconds)))
                .value();
    }

    private Call report(String requestId, Step step) {
        return service.reports.report(of(requestId, step)).value();
    }

    private void assertRefused(Step step, ErrorReason reason) {
        assertThatThrownBy(() -> report("refused-" + step, step))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static GeneralReport of(String requestId, Step step) {
        return new GeneralReport(
                requestId,
                ID,
                step,
                step.ofDriver() ? Optional.of(COMMISSION_DRIVER) : Optional.empty(),
                LATER);
    }
}
