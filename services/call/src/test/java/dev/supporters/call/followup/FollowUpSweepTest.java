package dev.supporters.call.followup;

import static dev.supporters.call.SampleCalls.CUSTOMER;
import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.ServiceFixture;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.FollowUp;
import dev.supporters.call.life.FollowUp.Acknowledged;
import dev.supporters.call.life.FollowUp.Kind;
import dev.supporters.call.life.FollowUp.NotTold;
import dev.supporters.call.life.FollowUp.Parked;
import dev.supporters.contract.CallId;
import dev.supporters.proto.common.v1.CancellationReason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What others must be told about calls is told at once, or later, or lies in the open; and one call never keeps others waiting. */
class FollowUpSweepTest {

    private static final CallId BAD = new CallId("13");

    private final ServiceFixture service = new ServiceFixture();
    private final FollowUpSweep sweep =
            new FollowUpSweep(
                    service.calls,
                    service.followUps,
                    service.clock,
                    service.clock,
                    service.config,
                    service.threads,
                    service.meters);

    @Test
    void handsACallOverDirectlyAfterTheWriteWithoutABroker() {
        // When
        Call call = service.requests.request(SampleCalls.order()).value();

        // Then
        assertThat(call.state()).isInstanceOf(CallState.General.class);
        assertThat(service.legacy.handedOver).extracting(Call::id).containsExactly(ID);
        assertThat(status(ID, Kind.HAND_OVER)).isEqualTo(new Acknowledged(NOW));
    }

    @Test
    void handsOverWhatACrashLeft() {
        // Given
        service.have(SampleCalls.general());

        // When
        sweep();

        // Then
        assertThat(service.legacy.handedOver).extracting(Call::id).containsExactly(ID);
        assertThat(status(ID, Kind.HAND_OVER)).isInstanceOf(Acknowledged.class);

        // When
        sweep();

        // Then
        assertThat(service.legacy.handedOver).hasSize(1);
    }

    @Test
    void leavesACallToWhoeverHasJustChangedIt() {
        // Given
        service.have(SampleCalls.general());

        // When
        sweep.sweep(service.config.followUpPause());

        // Then
        assertThat(service.legacy.handedOver).isEmpty();
    }

    @Test
    void handsOverOnlyWhatIsOnGeneralDispatchAndHasNotEnded() {
        for (Call call : SampleCalls.all()) {
            // Given
            ServiceFixture one = new ServiceFixture();
            one.have(call.handedOver(NOW));

            // When
            one.followUps.followDue(ID);

            // Then
            boolean wanted = call.path() == DispatchPath.GENERAL && !call.state().ended();
            assertThat(one.legacy.handedOver).as(call.state().toString()).hasSize(wanted ? 1 : 0);
        }
    }

    @Test
    void takesBackWhatWasCancelledOrFailedElsewhere() {
        for (Call call : SampleCalls.all()) {
            // Given
            ServiceFixture one = new ServiceFixture();
            one.have(call.takenBack(NOW));

            // When
            one.followUps.followDue(ID);

            // Then
            boolean unwanted =
                    call.state() instanceof CallState.Cancelled
                            || (call.state() instanceof CallState.Failed
                                    && call.path() != DispatchPath.GENERAL);
            assertThat(one.legacy.cancelled)
                    .as(call.state().toString())
                    .isEqualTo(unwanted ? List.of(ID + "/" + CUSTOMER) : List.of());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 401, 404, 422, 400})
    void oneCallThatTheLegacySystemDoesNotTakeStopsNoOtherAndIsParked(int status) {
        // Given
        service.legacy.answers.put(BAD, status);
        service.have(general(BAD));
        service.have(general(ID));

        // When
        sweep(20);

        // Then
        assertThat(service.legacy.handedOver).extracting(Call::id).containsExactly(ID);
        assertThat(service.legacy.asked.stream().filter(BAD::equals)).hasSize(8);
        assertThat(status(BAD, Kind.HAND_OVER))
                .isInstanceOfSatisfying(
                        Parked.class,
                        parked -> {
                            assertThat(parked.attempts()).isEqualTo(8);
                            assertThat(parked.reason()).contains("" + status);
                        });
        assertThat(service.meters.get("supporters_call_parked").gauge().value()).isEqualTo(1);
        assertThat(
                        service.meters
                                .get("supporters_call_follow_ups_total")
                                .tags("kind", "HAND_OVER", "result", "PARKED")
                                .counter()
                                .count())
                .isEqualTo(1);
    }

    @Test
    void pausesLongerEachTimeTheLegacySystemDoesNotTakeACall() {
        // Given
        service.legacy.answers.put(BAD, 500);
        service.have(general(BAD));

        // When
        sweep(2);

        // Then
        assertThat(status(BAD, Kind.HAND_OVER))
                .isEqualTo(
                        new NotTold(NOW, 2, service.clock.instant().plus(Duration.ofSeconds(10))));
    }

    @Test
    void anOperatorReleasesWhatIsParked() {
        // Given
        service.have(SampleCalls.parked());
        assertThat(service.calls.parked(Optional.empty(), 10)).hasSize(1);

        // When
        Call released = service.followUps.release(ID).value();

        // Then
        assertThat(released.followUps().pending(Kind.HAND_OVER)).isPresent();
        assertThat(service.legacy.handedOver).hasSize(1);
        assertThat(status(ID, Kind.HAND_OVER)).isInstanceOf(Acknowledged.class);
        assertThat(service.calls.parked(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void waitsForALegacySystemThatIsAwayAndThenHandsOverEverything() {
        // Given
        List<CallId> many = IntStream.rangeClosed(1, 40).mapToObj(i -> new CallId("" + i)).toList();
        many.forEach(callId -> service.have(general(callId)));
        service.legacy.down = true;

        // When
        sweep(10);

        // Then
        assertThat(service.calls.parked(Optional.empty(), 100)).isEmpty();

        // When
        service.legacy.down = false;
        sweep(2);

        // Then
        assertThat(service.legacy.handedOver)
                .extracting(Call::id)
                .containsExactlyInAnyOrderElementsOf(many);
    }

    @Test
    void parksWhatNobodyHasAnsweredForHalfAnHour() {
        // Given
        service.have(general(ID));
        service.legacy.down = true;
        service.clock.advance(Duration.ofMinutes(30));

        // When
        sweep();

        // Then
        assertThat(status(ID, Kind.HAND_OVER))
                .isInstanceOfSatisfying(
                        Parked.class,
                        parked -> assertThat(parked.reason()).isEqualTo("UNAVAILABLE"));
    }

    @Test
    void takesACallBackThatWasCancelledWhileItWasHandedOver() {
        // Given
        service.have(SampleCalls.general());
        service.legacy.meanwhile = () -> service.cancellations.cancel(ID, CUSTOMER);

        // When
        sweep();

        // Then
        assertThat(service.call().state()).isInstanceOf(CallState.Cancelled.class);
        // asked for the customer, and again after the hand-over
        assertThat(service.legacy.cancelled)
                .containsExactly(ID + "/" + CUSTOMER, ID + "/" + CUSTOMER);
        assertThat(status(ID, Kind.TAKE_BACK)).isInstanceOf(Acknowledged.class);
    }

    @Test
    void closesACallAtCommanderAsSoonAsItAnswers() {
        // Given
        service.commander.down = true;
        service.requests.request(SampleCalls.order());
        assertThat(service.call().state()).isInstanceOf(CallState.General.class);
        assertThat(status(ID, Kind.CLOSE)).isInstanceOf(NotTold.class);

        // When
        service.commander.down = false;
        sweep();

        // Then
        assertThat(service.commander.closed).containsExactly(ID);
        assertThat(status(ID, Kind.CLOSE)).isInstanceOf(Acknowledged.class);
    }

    @Test
    void withdrawsTheCommandThatWasGivenLateThoughTheCallWentToGeneralDispatch() {
        // Given
        service.have(SampleCalls.general().notClosed(NOW));
        service.commander.engaged.put(ID, SampleCalls.COMMAND);

        // When
        sweep();

        // Then
        assertThat(service.commander.cancelled)
                .containsExactly(CancellationReason.CANCELLATION_REASON_WITHDRAWN);
    }

    private static Call general(CallId callId) {
        return Call.requested(SampleCalls.order(callId, NOW)).general("NO_SUPPORTER", NOW);
    }

    private FollowUp.Status status(CallId callId, Kind kind) {
        return service.calls
                .find(callId)
                .flatMap(call -> call.value().followUps().find(kind))
                .orElseThrow()
                .status();
    }

    private void sweep() {
        sweep(1);
    }

    /** So many sweeps, each after everything is due. */
    private void sweep(int times) {
        for (int i = 0; i < times; i++) {
            service.clock.advance(Duration.ofMinutes(2));
            sweep.sweep(service.config.followUpPause());
        }
    }
}
