package dev.supporters.call.activity;

import static dev.supporters.call.SampleCalls.COMMAND;
import static dev.supporters.call.SampleCalls.DRIVER;
import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Assignee.SupporterRide;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState.Accepted;
import dev.supporters.call.life.CallState.Arrived;
import dev.supporters.call.life.CallState.Cancelled;
import dev.supporters.call.life.CallState.Commanded;
import dev.supporters.call.life.CallState.Completed;
import dev.supporters.call.life.CallState.Driving;
import dev.supporters.call.life.CallState.Failed;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.life.CallState.Requested;
import dev.supporters.call.life.Canceller;
import dev.supporters.call.life.Path;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.RefusalConsequence;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ActivityRulesTest {

    private static final Instant LATER = NOW.plusSeconds(60);

    private static final List<Happening> ALL =
            List.of(
                    new Happening.Commanded(420),
                    new Happening.Accepted(),
                    refused(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL),
                    new Happening.Arrived(),
                    new Happening.PickedUp(),
                    new Happening.Completed(),
                    cancelled(CancellationReason.CANCELLATION_REASON_CUSTOMER),
                    cancelled(CancellationReason.CANCELLATION_REASON_WITHDRAWN),
                    cancelled(CancellationReason.CANCELLATION_REASON_DRIVER));

    @Test
    void aDriveGoesItsWay() {
        Call commanded = apply(SampleCalls.requested(), new Happening.Commanded(420));
        Call accepted = apply(commanded, new Happening.Accepted());
        Call arrived = apply(accepted, new Happening.Arrived());
        Call driving = apply(arrived, new Happening.PickedUp());
        Call completed = apply(driving, new Happening.Completed());

        SupporterRide ride = new SupporterRide(COMMAND, LATER);
        assertThat(commanded.state()).isEqualTo(new Commanded(COMMAND));
        assertThat(accepted.state()).isEqualTo(new Accepted(ride));
        assertThat(arrived.state()).isEqualTo(new Arrived(ride));
        assertThat(driving.state()).isEqualTo(new Driving(ride));
        assertThat(completed.state()).isEqualTo(new Completed(ride, LATER));
        assertThat(completed.path()).isEqualTo(Path.SUPPORTERS);
        assertThat(completed.reason()).isEqualTo("ASSIGNED");
    }

    @Test
    void aLateEventDoesNotTurnTheDriveBack() {
        assertNothing(SampleCalls.arrived(), new Happening.Commanded(420));
        assertNothing(SampleCalls.arrived(), new Happening.Accepted());
        assertNothing(SampleCalls.arrived(), new Happening.Arrived());
        assertNothing(SampleCalls.driving(), new Happening.Arrived());
        assertNothing(
                SampleCalls.accepted(), refused(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL));
        assertNothing(
                SampleCalls.driving(), cancelled(CancellationReason.CANCELLATION_REASON_CUSTOMER));
    }

    @Test
    void anEventThatComesTooEarlyStandsForThoseBeforeIt() {
        // When
        Call driving = apply(SampleCalls.commanded(), new Happening.PickedUp());

        // Then
        assertThat(driving.state()).isEqualTo(new Driving(new SupporterRide(COMMAND, LATER)));
        assertNothing(driving, new Happening.Accepted());
    }

    @Test
    void anEndedCallStaysAsItIs() {
        assertThat(SampleCalls.all())
                .filteredOn(call -> call.state().ended())
                .hasSize(6)
                .allSatisfy(call -> ALL.forEach(happening -> assertNothing(call, happening)));
    }

    @Test
    void whatAnotherCommandTellsDoesNotCount() {
        for (Call call :
                List.of(
                        SampleCalls.commanded(),
                        SampleCalls.accepted(),
                        SampleCalls.generalAccepted(),
                        SampleCalls.driving())) {
            for (Happening happening : ALL) {
                assertThat(ActivityRules.apply(call, of("c2", happening))).isEmpty();
            }
        }
    }

    @Test
    void whatAPastCommandTellsDoesNotCount() {
        Call again = SampleCalls.commanded().without("c1").again(DRIVER, NOW);
        Call general = SampleCalls.general().without("c1");

        ALL.forEach(happening -> assertNothing(again, happening));
        ALL.forEach(happening -> assertNothing(general, happening));
        ALL.forEach(happening ->
                assertThat(ActivityRules.followUp(general, of("c1", happening)))
                        .isEqualTo(FollowUp.NOTHING));
    }

    @Test
    void aRefusedCallGoesToGeneralDispatch() {
        // When
        Call call =
                apply(
                        SampleCalls.commanded(),
                        refused(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL));

        // Then
        assertThat(call.state()).isEqualTo(new General());
        assertThat(call.reason()).isEqualTo("REFUSED");
        assertThat(call.hadCommand("c1")).isTrue();
    }

    @Test
    void aConsequenceThatIsNotGivenIsGeneralDispatch() {
        // When
        Call call =
                apply(
                        SampleCalls.commanded(),
                        refused(RefusalConsequence.REFUSAL_CONSEQUENCE_UNSPECIFIED));

        // Then
        assertThat(call.state()).isEqualTo(new General());
    }

    @Test
    void aRefusedCallWaitsForTheNextSupporter() {
        // When
        Happening refused = refused(RefusalConsequence.REFUSAL_CONSEQUENCE_NEXT_SUPPORTER);
        Call call = apply(SampleCalls.commanded(), refused);

        // Then
        assertThat(call.state()).isEqualTo(new Requested());
        assertThat(call.path()).isEqualTo(Path.UNDECIDED);
        assertThat(call.excludedDrivers()).containsExactly(DRIVER);
        assertThat(ActivityRules.followUp(call, of("c1", refused))).isEqualTo(FollowUp.FIND_PATH);
    }

    @Test
    void aRefusedCallFailsIfThePolicySaysSo() {
        // When
        Call call =
                apply(
                        SampleCalls.commanded(),
                        refused(RefusalConsequence.REFUSAL_CONSEQUENCE_FAIL));

        // Then
        assertThat(call.state()).isInstanceOf(Failed.class);
        assertThat(call.reason()).isEqualTo("REFUSED");
    }

    @Test
    void aRefusalThatIsFasterThanItsCommandCountsAllTheSame() {
        // When
        Call call =
                apply(
                        SampleCalls.requested(),
                        refused(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL));

        // Then
        assertThat(call.state()).isEqualTo(new General());
        assertNothing(call, new Happening.Commanded(420));
    }

    @Test
    void aCustomersAndAnOperatorsCancellationEndTheCall() {
        assertThat(
                        apply(
                                        SampleCalls.accepted(),
                                        cancelled(CancellationReason.CANCELLATION_REASON_CUSTOMER))
                                .state())
                .isEqualTo(new Cancelled(SampleCalls.RIDE, Canceller.CUSTOMER, LATER));
        assertThat(
                        apply(
                                        SampleCalls.commanded(),
                                        cancelled(CancellationReason.CANCELLATION_REASON_OPERATOR))
                                .state())
                .isEqualTo(new Cancelled(COMMAND, Canceller.OPERATOR, LATER));
    }

    @Test
    void aWithdrawnOrReturnedCallGoesToGeneralDispatch() {
        Call withdrawn =
                apply(
                        SampleCalls.commanded(),
                        cancelled(CancellationReason.CANCELLATION_REASON_WITHDRAWN));
        Call lostToACommissionDriver =
                apply(
                        SampleCalls.accepted(),
                        cancelled(CancellationReason.CANCELLATION_REASON_WITHDRAWN));
        Call returned =
                apply(
                        SampleCalls.arrived(),
                        cancelled(CancellationReason.CANCELLATION_REASON_DRIVER));

        assertThat(List.of(withdrawn, lostToACommissionDriver, returned))
                .allSatisfy(call -> assertThat(call.state()).isEqualTo(new General()))
                .allSatisfy(call -> assertThat(call.hadCommand("c1")).isTrue())
                .extracting(Call::reason)
                .containsExactly("CALL_CLOSED", "CALL_CLOSED", "REFUSED");
    }

    @Test
    void aWithdrawnCommandLeavesACallAloneThatIsElsewhere() {
        assertNothing(
                SampleCalls.generalAccepted(),
                cancelled(CancellationReason.CANCELLATION_REASON_WITHDRAWN));
        assertNothing(
                SampleCalls.general(), cancelled(CancellationReason.CANCELLATION_REASON_WITHDRAWN));
    }

    @Test
    void aCallThatWaitsForItsPathGoesOnWaitingWhenACommandIsWithdrawn() {
        // When
        Call call =
                apply(
                        SampleCalls.requested(),
                        cancelled(CancellationReason.CANCELLATION_REASON_WITHDRAWN));

        // Then
        assertThat(call.state()).isEqualTo(new Requested());
        assertNothing(call, new Happening.Commanded(420));
    }

    @Test
    void aCommandForACallElsewhereIsWithdrawn() {
        for (Call call :
                List.of(
                        SampleCalls.general(),
                        SampleCalls.generalAccepted(),
                        SampleCalls.requested().cancelled(Canceller.CUSTOMER, NOW),
                        SampleCalls.unserved())) {
            Happening commanded = new Happening.Commanded(420);
            assertNothing(call, commanded);
            assertThat(ActivityRules.followUp(call, of("c1", commanded)))
                    .isEqualTo(FollowUp.WITHDRAW);
        }
    }

    @Test
    void theCallsOwnCommandIsNotWithdrawn() {
        Happening commanded = new Happening.Commanded(420);

        assertThat(ActivityRules.followUp(SampleCalls.commanded(), of("c1", commanded)))
                .isEqualTo(FollowUp.NOTHING);
        assertThat(ActivityRules.followUp(SampleCalls.cancelled(), of("c1", commanded)))
                .isEqualTo(FollowUp.NOTHING);
        assertThat(ActivityRules.followUp(SampleCalls.accepted(), of("c2", commanded)))
                .isEqualTo(FollowUp.NOTHING);
    }

    @Test
    void anAcceptedCommandIsAdoptedFromGeneralDispatchWhileNobodyHasTheCall() {
        // When
        Call call = apply(SampleCalls.general(), new Happening.Accepted());

        // Then
        assertThat(call.state())
                .isEqualTo(new Accepted(new SupporterRide(new Command("c1", DRIVER, 0), LATER)));
        assertThat(call.path()).isEqualTo(Path.SUPPORTERS);
        assertThat(ActivityRules.followUp(call, of("c1", new Happening.Accepted())))
                .isEqualTo(FollowUp.NOTHING);
    }

    @Test
    void anAcceptedCommandIsWithdrawnWhereACommissionDriverHasTheCall() {
        Happening accepted = new Happening.Accepted();

        assertNothing(SampleCalls.generalAccepted(), accepted);
        assertThat(ActivityRules.followUp(SampleCalls.generalAccepted(), of("c1", accepted)))
                .isEqualTo(FollowUp.WITHDRAW);
    }

    private static Call apply(Call call, Happening happening) {
        Optional<Call> next = ActivityRules.apply(call, of("c1", happening));
        return next.orElseThrow();
    }

    private static void assertNothing(Call call, Happening happening) {
        assertThat(ActivityRules.apply(call, of("c1", happening)))
                .as("%s %s", call.state(), happening)
                .isEmpty();
    }

    private static Activity of(String commandId, Happening happening) {
        return new Activity(ID, commandId, DRIVER, LATER, happening);
    }

    private static Happening refused(RefusalConsequence consequence) {
        return new Happening.Refused(consequence);
    }

    private static Happening cancelled(CancellationReason reason) {
        return new Happening.Cancelled(reason);
    }
}
