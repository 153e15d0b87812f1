package dev.supporters.call.activity;

import static dev.supporters.call.SampleCalls.DRIVER;
import static dev.supporters.call.SampleCalls.NOW;
import static dev.supporters.call.activity.Happenings.LATER;
import static dev.supporters.call.activity.Happenings.activity;
import static dev.supporters.call.activity.Happenings.apply;
import static dev.supporters.call.activity.Happenings.assertNothing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Assignee.SupporterRide;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState.Accepted;
import dev.supporters.call.life.Canceller;
import dev.supporters.call.life.Path;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Commands that a call has no use for. */
class FollowUpTest {

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
            assertThat(ActivityRules.followUp(call, activity("c1", commanded)))
                    .isEqualTo(FollowUp.WITHDRAW);
        }
    }

    @Test
    void theCallsOwnCommandIsNotWithdrawn() {
        Happening commanded = new Happening.Commanded(420);

        assertThat(ActivityRules.followUp(SampleCalls.commanded(), activity("c1", commanded)))
                .isEqualTo(FollowUp.NOTHING);
        assertThat(ActivityRules.followUp(SampleCalls.cancelled(), activity("c1", commanded)))
                .isEqualTo(FollowUp.NOTHING);
        assertThat(ActivityRules.followUp(SampleCalls.accepted(), activity("c2", commanded)))
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
        assertThat(ActivityRules.followUp(call, activity("c1", new Happening.Accepted())))
                .isEqualTo(FollowUp.NOTHING);
    }

    @Test
    void anAcceptedCommandIsWithdrawnWhereACommissionDriverHasTheCall() {
        Happening accepted = new Happening.Accepted();

        assertNothing(SampleCalls.generalAccepted(), accepted);
        assertThat(ActivityRules.followUp(SampleCalls.generalAccepted(), activity("c1", accepted)))
                .isEqualTo(FollowUp.WITHDRAW);
    }
}
