package dev.supporters.call.activity;

import static dev.supporters.call.SampleCalls.DRIVER;
import static dev.supporters.call.SampleCalls.NOW;
import static dev.supporters.call.activity.CommandEvents.LATER;
import static dev.supporters.call.activity.CommandEvents.apply;
import static dev.supporters.call.activity.CommandEvents.assertNothing;
import static dev.supporters.call.activity.CommandEvents.cancelled;
import static dev.supporters.call.activity.CommandEvents.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.activity.CommandEventRules.Reaction;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Assignee.SupporterRide;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallState.Accepted;
import dev.supporters.call.life.CallState.Canceller;
import dev.supporters.proto.common.v1.CancellationReason;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Commands that a call has no use for. */
class ReactionTest {

    @Test
    void aCommandForACallElsewhereIsWithdrawn() {
        for (Call call :
                List.of(
                        SampleCalls.general(),
                        SampleCalls.generalAccepted(),
                        SampleCalls.requested().cancelled(Canceller.CUSTOMER, NOW),
                        SampleCalls.unserved())) {
            CommandEvent.Kind commanded = new CommandEvent.Commanded(420);
            assertNothing(call, commanded);
            assertThat(CommandEventRules.reaction(call, event("c1", commanded)))
                    .isEqualTo(Reaction.WITHDRAW);
        }
    }

    @Test
    void theCallsOwnCommandIsNotWithdrawn() {
        CommandEvent.Kind commanded = new CommandEvent.Commanded(420);

        assertThat(CommandEventRules.reaction(SampleCalls.commanded(), event("c1", commanded)))
                .isEqualTo(Reaction.NOTHING);
        assertThat(CommandEventRules.reaction(SampleCalls.cancelled(), event("c1", commanded)))
                .isEqualTo(Reaction.NOTHING);
    }

    @Test
    void ofTwoCommandsCommanderIsAskedUnlessTheOtherHasEndedWithoutADrive() {
        for (Call call : List.of(SampleCalls.commanded(), SampleCalls.accepted())) {
            for (CommandEvent.Kind kind :
                    List.of(
                            new CommandEvent.Commanded(420),
                            new CommandEvent.Accepted(),
                            new CommandEvent.Arrived(),
                            new CommandEvent.PickedUp(),
                            new CommandEvent.Completed())) {
                assertThat(CommandEventRules.apply(call, event("c2", kind))).isEmpty();
                assertThat(CommandEventRules.reaction(call, event("c2", kind)))
                        .isEqualTo(Reaction.ASK);
            }
            CommandEvent ended =
                    event("c2", cancelled(CancellationReason.CANCELLATION_REASON_WITHDRAWN));
            assertThat(CommandEventRules.reaction(call, ended)).isEqualTo(Reaction.NOTHING);
            Call after = CommandEventRules.apply(call, ended).orElseThrow();
            assertThat(CommandEventRules.reaction(after, event("c2", new CommandEvent.Accepted())))
                    .isEqualTo(Reaction.NOTHING);
        }
    }

    @Test
    void anAcceptedCommandIsAdoptedFromGeneralDispatchWhileNobodyHasTheCall() {
        // When
        Call call = apply(SampleCalls.general(), new CommandEvent.Accepted());

        // Then
        assertThat(call.state())
                .isEqualTo(new Accepted(new SupporterRide(new Command("c1", DRIVER, 0), LATER)));
        assertThat(call.path()).isEqualTo(DispatchPath.SUPPORTERS);
        assertThat(CommandEventRules.reaction(call, event("c1", new CommandEvent.Accepted())))
                .isEqualTo(Reaction.NOTHING);
    }

    @Test
    void anAcceptedCommandIsWithdrawnWhereACommissionDriverHasTheCall() {
        CommandEvent.Kind accepted = new CommandEvent.Accepted();

        assertNothing(SampleCalls.generalAccepted(), accepted);
        assertThat(CommandEventRules.reaction(SampleCalls.generalAccepted(), event("c1", accepted)))
                .isEqualTo(Reaction.WITHDRAW);
    }
}
