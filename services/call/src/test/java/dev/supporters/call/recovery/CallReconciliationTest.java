package dev.supporters.call.recovery;

import static dev.supporters.call.SampleCalls.COMMAND;
import static dev.supporters.call.SampleCalls.COMMISSION_DRIVER;
import static dev.supporters.call.SampleCalls.DRIVER;
import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.ServiceFixture;
import dev.supporters.call.activity.CommandEvent;
import dev.supporters.call.general.GeneralStatus;
import dev.supporters.call.general.GeneralStatus.State;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Assignee.GeneralRide;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.CallState.Accepted;
import dev.supporters.call.life.CallState.Canceller;
import dev.supporters.call.life.CallState.Kind;
import dev.supporters.call.life.FollowUp;
import dev.supporters.call.path.PathDecision.Assigned;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.RefusalConsequence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Calls that did not hear what happened to them. */
class CallReconciliationTest {

    private static final DriverId OTHER = new DriverId("2000002");

    private final ServiceFixture service = new ServiceFixture();
    private final CallReconciliation reconciliation =
            new CallReconciliation(
                    service.calls,
                    service.projection,
                    service.commander,
                    new GeneralReconciliation(
                            service.calls,
                            service.legacy,
                            service.reports,
                            service.followUps,
                            service.clock),
                    service.clock,
                    service.clock,
                    service.config,
                    service.meters);

    static Stream<Arguments> lostEvents() {
        return Stream.of(
                Arguments.of(SampleCalls.commanded(), new CommandEvent.Accepted(), Kind.ACCEPTED),
                Arguments.of(SampleCalls.commanded(), new CommandEvent.Completed(), Kind.COMPLETED),
                Arguments.of(SampleCalls.accepted(), new CommandEvent.Arrived(), Kind.ARRIVED),
                Arguments.of(SampleCalls.arrived(), new CommandEvent.PickedUp(), Kind.DRIVING),
                Arguments.of(SampleCalls.driving(), new CommandEvent.Completed(), Kind.COMPLETED),
                Arguments.of(
                        SampleCalls.commanded(),
                        new CommandEvent.Refused(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL),
                        Kind.GENERAL),
                Arguments.of(
                        SampleCalls.commanded(),
                        new CommandEvent.Refused(RefusalConsequence.REFUSAL_CONSEQUENCE_FAIL),
                        Kind.FAILED),
                Arguments.of(
                        SampleCalls.accepted(),
                        new CommandEvent.Cancelled(
                                CancellationReason.CANCELLATION_REASON_WITHDRAWN),
                        Kind.GENERAL),
                Arguments.of(
                        SampleCalls.arrived(),
                        new CommandEvent.Cancelled(CancellationReason.CANCELLATION_REASON_CUSTOMER),
                        Kind.CANCELLED),
                Arguments.of(SampleCalls.general(), new CommandEvent.Accepted(), Kind.ACCEPTED));
    }

    @ParameterizedTest
    @MethodSource("lostEvents")
    void aLostEventOfCommanderIsMadeUpFor(Call before, CommandEvent.Kind lost, Kind after) {
        // Given
        service.have(before);
        service.commander.history.add(event("c1", lost));

        // When
        sweepAfter(Duration.ofMinutes(2));

        // Then
        assertThat(service.call().state().kind()).isEqualTo(after);
        assertThat(healed("SUPPORTERS")).isEqualTo(1);
        assertThat(service.told()).hasSize(1);

        // When the event comes nevertheless
        service.projection.apply("late", event("c1", lost));
        sweepAfter(Duration.ofMinutes(2));

        // Then
        assertThat(service.told()).hasSize(1);
        assertThat(healed("SUPPORTERS")).isEqualTo(1);
    }

    @Test
    void aCallWhoseRefusalWasLostGetsTheNextSupporter() {
        // Given
        service.have(SampleCalls.commanded());
        service.commander.history.add(
                event(
                        "c1",
                        new CommandEvent.Refused(
                                RefusalConsequence.REFUSAL_CONSEQUENCE_NEXT_SUPPORTER)));
        Command next = new Command("c2", new DriverId("1004551"), 300);
        service.router.decides(new Assigned(next, List.of()));

        // When
        sweepAfter(Duration.ofMinutes(2));

        // Then
        assertThat(service.call().state()).isEqualTo(new CallState.Commanded(next));
    }

    @Test
    void aCommandThatTheCallHasNoUseForIsWithdrawn() {
        // Given
        service.have(acknowledged(SampleCalls.general()));
        service.commander.history.add(event("c1", new CommandEvent.Commanded(420)));

        // When
        sweepAfter(Duration.ofMinutes(2));

        // Then
        assertThat(service.commander.cancelled)
                .containsExactly(CancellationReason.CANCELLATION_REASON_WITHDRAWN);
    }

    @Test
    void aCallWhoseCommandIsLiveAsItSaysIsLeftAlone() {
        // Given
        service.have(SampleCalls.driving());
        service.commander.history.add(event("c1", new CommandEvent.PickedUp()));

        // When
        sweepAfter(Duration.ofMinutes(40));

        // Then
        assertThat(service.call()).isEqualTo(SampleCalls.driving());
        assertThat(healed("SUPPORTERS")).isZero();
        assertThat(unexplained()).isZero();
    }

    @Test
    void aCallThatHasJustChangedIsNotAskedAbout() {
        service.have(SampleCalls.commanded());

        sweepAfter(Duration.ofSeconds(59));

        assertThat(service.commander.askedOf).isEmpty();
    }

    @Test
    void aCommandThatCommanderHasForgottenIsShownAndLeftToAnOperator() {
        // Given
        service.have(SampleCalls.accepted());

        // When
        sweepAfter(Duration.ofMinutes(2));

        // Then
        assertThat(unexplained()).isEqualTo(1);
        assertThat(service.call()).isEqualTo(SampleCalls.accepted());

        // When an operator gives it up
        service.commander.freesNobody = true;
        var cancelled = service.cancellations.cancel(ID, "");
        sweepAfter(Duration.ofMinutes(2));

        // Then
        assertThat(cancelled.value().state())
                .isEqualTo(
                        new CallState.Cancelled(
                                SampleCalls.RIDE,
                                Canceller.OPERATOR,
                                NOW.plus(Duration.ofMinutes(2))));
        assertThat(unexplained()).isZero();
    }

    static Stream<Arguments> lostReports() {
        Call offered = acknowledged(SampleCalls.general());
        Call taken = acknowledged(SampleCalls.generalAccepted());
        return Stream.of(
                Arguments.of(offered, State.TAKEN, COMMISSION_DRIVER, Kind.ACCEPTED),
                Arguments.of(offered, State.ARRIVED, COMMISSION_DRIVER, Kind.ARRIVED),
                Arguments.of(offered, State.COMPLETED, COMMISSION_DRIVER, Kind.COMPLETED),
                Arguments.of(offered, State.UNSERVED, null, Kind.FAILED),
                Arguments.of(offered, State.CANCELLED, null, Kind.CANCELLED),
                Arguments.of(taken, State.OFFERED, null, Kind.GENERAL),
                Arguments.of(taken, State.PICKED_UP, COMMISSION_DRIVER, Kind.DRIVING),
                Arguments.of(taken, State.UNSERVED, null, Kind.FAILED),
                Arguments.of(taken, State.CANCELLED, COMMISSION_DRIVER, Kind.CANCELLED),
                Arguments.of(
                        SampleCalls.generalArrived(),
                        State.COMPLETED,
                        COMMISSION_DRIVER,
                        Kind.COMPLETED),
                Arguments.of(
                        SampleCalls.generalDriving(),
                        State.COMPLETED,
                        COMMISSION_DRIVER,
                        Kind.COMPLETED));
    }

    @ParameterizedTest
    @MethodSource("lostReports")
    void aLostReportOfTheLegacySystemIsMadeUpFor(
            Call before, State there, DriverId driver, Kind after) {
        // Given
        service.have(before);
        service.legacy.statuses.put(ID, new GeneralStatus(there, Optional.ofNullable(driver)));

        // When
        sweepAfter(Duration.ofMinutes(10));

        // Then
        assertThat(service.call().state().kind()).isEqualTo(after);
        assertThat(healed("GENERAL")).isEqualTo(1);

        // When
        sweepAfter(Duration.ofMinutes(10));

        // Then
        assertThat(service.call().state().kind()).isEqualTo(after);
        assertThat(healed("GENERAL")).isEqualTo(1);
    }

    @Test
    void whoTookACallThatWasGivenBackHasItAlsoWhenBothReportsWereLost() {
        // Given
        service.have(acknowledged(SampleCalls.generalAccepted()));
        service.legacy.statuses.put(ID, new GeneralStatus(State.TAKEN, Optional.of(OTHER)));

        // When
        sweepAfter(Duration.ofMinutes(10));

        // Then
        assertThat(service.call().state())
                .isEqualTo(new Accepted(new GeneralRide(OTHER, NOW.plus(Duration.ofMinutes(10)))));
    }

    @Test
    void aCallThatTheLegacySystemHasAsItSaysIsLeftAlone() {
        // Given
        Call offered = acknowledged(SampleCalls.general());
        service.have(offered);
        service.legacy.statuses.put(ID, new GeneralStatus(State.OFFERED, Optional.empty()));

        // When
        sweepAfter(Duration.ofMinutes(10));

        // Then
        assertThat(service.call()).isEqualTo(offered);
        assertThat(service.legacy.handedOver).isEmpty();
        assertThat(healed("GENERAL")).isZero();
    }

    @Test
    void aCallThatTheLegacySystemHasLostIsHandedOverAgain() {
        // Given
        service.have(acknowledged(SampleCalls.general()));

        // When
        sweepAfter(Duration.ofMinutes(10));

        // Then
        assertThat(service.legacy.handedOver).hasSize(1);
        assertThat(healed("GENERAL")).isEqualTo(1);
    }

    @Test
    void aCallThatTheLegacySystemKeepsForACommandThatIsOverIsHandedOverAgainAndShown() {
        // Given
        service.have(
                acknowledged(SampleCalls.accepted().withoutCommand("c1").general("REFUSED", NOW)));
        service.legacy.statuses.put(ID, new GeneralStatus(State.SUPPORTERS, Optional.of(DRIVER)));

        // When
        sweepAfter(Duration.ofMinutes(10));

        // Then
        assertThat(service.legacy.handedOver)
                .singleElement()
                .extracting(Call::pastCommands)
                .isEqualTo(List.of("c1"));
        assertThat(unexplained()).isEqualTo(1);
    }

    @Test
    void aCallThatIsStillToBeHandedOverIsLeftToThat() {
        // Given
        service.have(SampleCalls.parked());

        // When
        sweepAfter(Duration.ofMinutes(10));

        // Then
        assertThat(service.call()).isEqualTo(SampleCalls.parked());
        assertThat(unexplained()).isZero();
    }

    @Test
    void oneThatCannotBeComparedKeepsNoOtherWaiting() {
        // Given more than a page of calls, the first of which the legacy system cannot tell
        // anything of
        for (CallId callId : ids(120)) {
            service.have(
                    acknowledged(
                            Call.requested(SampleCalls.order(callId, NOW))
                                    .general("NO_SUPPORTER", NOW)));
            service.legacy.statuses.put(
                    callId, new GeneralStatus(State.UNSERVED, Optional.empty()));
        }
        service.legacy.answers.put(ids(1).getFirst(), 500);

        // When
        sweepAfter(Duration.ofMinutes(10));

        // Then
        assertThat(healed("GENERAL")).isEqualTo(119);
        assertThat(unexplained()).isEqualTo(1);
    }

    @Test
    void asksNobodyAgainWhoDoesNotAnswer() {
        // Given
        for (CallId callId : ids(120)) {
            service.have(
                    acknowledged(
                            Call.requested(SampleCalls.order(callId, NOW))
                                    .general("NO_SUPPORTER", NOW)));
        }
        service.commander.down = true;
        service.legacy.down = true;

        // When
        sweepAfter(Duration.ofMinutes(10));

        // Then
        assertThat(healed("GENERAL")).isZero();
        assertThat(unexplained()).isZero();

        // When
        service.legacy.down = false;
        sweepAfter(Duration.ZERO);

        // Then
        assertThat(service.legacy.handedOver).hasSize(120);
    }

    private void sweepAfter(Duration time) {
        service.clock.advance(time);
        reconciliation.sweep();
    }

    private double healed(String path) {
        return service.meters
                .get("supporters_call_reconciled_total")
                .tag("path", path)
                .counter()
                .count();
    }

    private double unexplained() {
        return service.meters.get("supporters_call_unexplained").gauge().value();
    }

    private static List<CallId> ids(int many) {
        return IntStream.range(0, many).mapToObj(i -> new CallId("" + (1000 + i))).toList();
    }

    private static Call acknowledged(Call call) {
        return call.acknowledged(FollowUp.Kind.HAND_OVER, NOW);
    }

    private static CommandEvent event(String commandId, CommandEvent.Kind kind) {
        return new CommandEvent(ID, commandId, COMMAND.driverId(), NOW, kind);
    }
}
