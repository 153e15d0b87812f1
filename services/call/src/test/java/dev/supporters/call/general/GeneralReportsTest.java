package dev.supporters.call.general;

import static dev.supporters.call.SampleCalls.COMMISSION_DRIVER;
import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.World;
import dev.supporters.call.life.Assignee.GeneralRide;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState.Accepted;
import dev.supporters.call.life.CallState.Arrived;
import dev.supporters.call.life.CallState.Cancelled;
import dev.supporters.call.life.CallState.Completed;
import dev.supporters.call.life.CallState.Driving;
import dev.supporters.call.life.CallState.Failed;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.life.Path;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.call.v1.CallEvent;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class GeneralReportsTest {

    private static final Instant LATER = NOW.plusSeconds(60);
    private static final GeneralRide RIDE = new GeneralRide(COMMISSION_DRIVER, LATER);

    private final World world = new World();

    @Test
    void aCommissionDriveGoesItsWay() {
        world.have(SampleCalls.general());

        assertThat(report("r1", Step.TAKEN).state()).isEqualTo(new Accepted(RIDE));
        assertThat(report("r2", Step.ARRIVED).state()).isEqualTo(new Arrived(RIDE));
        assertThat(report("r3", Step.PICKED_UP).state()).isEqualTo(new Driving(RIDE));
        assertThat(report("r4", Step.COMPLETED).state()).isEqualTo(new Completed(RIDE, LATER));
        assertThat(world.told())
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
        world.have(SampleCalls.general());
        report("r1", Step.TAKEN);
        report("r2", Step.DROPPED);

        // When the first report comes again
        Call call = report("r1", Step.TAKEN);

        // Then
        assertThat(call.state()).isEqualTo(new General());
        assertThat(world.told())
                .extracting(CallEvent::getEventCase)
                .containsExactly(CallEvent.EventCase.PROGRESSED, CallEvent.EventCase.PROGRESSED);
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        for (Step step : List.of(Step.TAKEN, Step.ARRIVED, Step.PICKED_UP)) {
            world.have(SampleCalls.generalDriving());
            assertThat(report("again-" + step, step)).isEqualTo(SampleCalls.generalDriving());
        }
    }

    @Test
    void anUnservedCallFails() {
        // Given
        world.have(SampleCalls.general());

        // When
        Call call = report("r1", Step.UNSERVED);

        // Then
        assertThat(call.state()).isInstanceOf(Failed.class);
        assertThat(call.reason()).isEqualTo("NO_SUPPORTER");
        assertThat(world.told())
                .last()
                .extracting(e -> e.getEnded().getReason())
                .isEqualTo("UNSERVED");
        assertThat(report("r2", Step.UNSERVED)).isEqualTo(call);
    }

    @Test
    void aCustomerMayCancelAtTheLegacySide() {
        // Given
        world.have(SampleCalls.generalAccepted());

        // When
        Call call = report("r1", Step.CANCELLED);

        // Then
        assertThat(call.state()).isInstanceOf(Cancelled.class);
        assertThat(report("r2", Step.CANCELLED)).isEqualTo(call);
    }

    @Test
    void refusesWhatDoesNotBelongToTheEndOfTheCall() {
        world.have(SampleCalls.cancelled());
        assertRefused(Step.TAKEN, ErrorReason.ERROR_REASON_CALL_ENDED);
        assertRefused(Step.UNSERVED, ErrorReason.ERROR_REASON_CALL_ENDED);
        world.have(SampleCalls.completed());
        assertRefused(Step.COMPLETED, ErrorReason.ERROR_REASON_CALL_ENDED);
        world.have(SampleCalls.unserved());
        assertRefused(Step.TAKEN, ErrorReason.ERROR_REASON_CALL_ENDED);
        world.have(SampleCalls.failed());
        assertRefused(Step.UNSERVED, ErrorReason.ERROR_REASON_CALL_ENDED);
    }

    @Test
    void refusesForACallThatNobodyKnows() {
        assertRefused(Step.TAKEN, ErrorReason.ERROR_REASON_CALL_NOT_FOUND);
    }

    @Test
    void answersLateStepsOfTheDriveThatEnded() {
        world.have(SampleCalls.generalCompleted());

        assertThat(report("r1", Step.TAKEN)).isEqualTo(SampleCalls.generalCompleted());
        assertThat(report("r2", Step.COMPLETED)).isEqualTo(SampleCalls.generalCompleted());
    }

    @Test
    void aCallWithoutAPathIsOnGeneralDispatchOnceItWasTakenThere() {
        // Given
        world.have(SampleCalls.requested());

        // When
        Call call = report("r1", Step.TAKEN);

        // Then
        assertThat(call.path()).isEqualTo(Path.GENERAL);
        assertThat(call.reason()).isEqualTo("CALL_UNAVAILABLE");
        assertThat(call.state()).isEqualTo(new Accepted(RIDE));
    }

    @Test
    void aCommissionDriverWhoTookTheCallPrevailsOverASupporter() {
        for (Call before :
                List.of(SampleCalls.commanded(), SampleCalls.accepted(), SampleCalls.arrived())) {
            // Given
            World here = new World();
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
        world.have(SampleCalls.arrived());
        world.commander.pickedUp = true;

        // When
        Call call = report("r1", Step.TAKEN);

        // Then
        assertThat(call).isEqualTo(SampleCalls.arrived());
        world.have(SampleCalls.driving());
        for (Step step : Step.values()) {
            assertThat(report("later-" + step, step)).isEqualTo(SampleCalls.driving());
        }
    }

    @Test
    void aSupportersCallIsNotUnserved() {
        world.have(SampleCalls.commanded());

        assertThat(report("r1", Step.UNSERVED)).isEqualTo(SampleCalls.commanded());
        assertThat(world.commander.cancelled).isEmpty();
    }

    private Call report(String requestId, Step step) {
        return world.reports.report(of(requestId, step)).value();
    }

    private void assertRefused(Step step, ErrorReason reason) {
        assertThatThrownBy(() -> report("refused-" + step, step))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static Report of(String requestId, Step step) {
        return new Report(requestId, ID, step, step.ofDriver() ? COMMISSION_DRIVER : "", LATER);
    }
}
