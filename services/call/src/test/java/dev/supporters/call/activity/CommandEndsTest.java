package dev.supporters.call.activity;

import static dev.supporters.call.SampleCalls.COMMAND;
import static dev.supporters.call.SampleCalls.DRIVER;
import static dev.supporters.call.activity.CommandEvents.LATER;
import static dev.supporters.call.activity.CommandEvents.apply;
import static dev.supporters.call.activity.CommandEvents.assertNothing;
import static dev.supporters.call.activity.CommandEvents.cancelled;
import static dev.supporters.call.activity.CommandEvents.event;
import static dev.supporters.call.activity.CommandEvents.refused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.activity.CommandEventRules.Reaction;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallState.Cancelled;
import dev.supporters.call.life.CallState.Canceller;
import dev.supporters.call.life.CallState.Failed;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.life.CallState.Requested;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.RefusalConsequence;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What becomes of a call whose command is refused, cancelled or withdrawn. */
class CommandEndsTest {

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
        CommandEvent.Kind refused = refused(RefusalConsequence.REFUSAL_CONSEQUENCE_NEXT_SUPPORTER);
        Call call = apply(SampleCalls.commanded(), refused);

        // Then
        assertThat(call.state()).isEqualTo(new Requested());
        assertThat(call.path()).isEqualTo(DispatchPath.UNDECIDED);
        assertThat(call.excludedDrivers()).containsExactly(DRIVER);
        assertThat(CommandEventRules.reaction(call, event("c1", refused)))
                .isEqualTo(Reaction.DISPATCH);
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
        assertNothing(call, new CommandEvent.Commanded(420));
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
        CommandEvent.Kind withdrawn = cancelled(CancellationReason.CANCELLATION_REASON_WITHDRAWN);

        assertThat(apply(SampleCalls.generalAccepted(), withdrawn))
                .isEqualTo(SampleCalls.generalAccepted().withoutCommand("c1"));
        assertThat(apply(SampleCalls.general(), withdrawn))
                .isEqualTo(SampleCalls.general().withoutCommand("c1"));
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
        assertNothing(call, new CommandEvent.Commanded(420));
    }
}
