package dev.supporters.call.activity;

import static dev.supporters.call.SampleCalls.COMMAND;
import static dev.supporters.call.SampleCalls.DRIVER;
import static dev.supporters.call.SampleCalls.NOW;
import static dev.supporters.call.activity.Happenings.LATER;
import static dev.supporters.call.activity.Happenings.activity;
import static dev.supporters.call.activity.Happenings.apply;
import static dev.supporters.call.activity.Happenings.assertNothing;
import static dev.supporters.call.activity.Happenings.cancelled;
import static dev.supporters.call.activity.Happenings.refused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.life.Assignee.SupporterRide;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState.Accepted;
import dev.supporters.call.life.CallState.Arrived;
import dev.supporters.call.life.CallState.Commanded;
import dev.supporters.call.life.CallState.Completed;
import dev.supporters.call.life.CallState.Driving;
import dev.supporters.call.life.Path;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.RefusalConsequence;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A drive, step by step. */
class ActivityRulesTest {

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
                assertThat(ActivityRules.apply(call, activity("c2", happening))).isEmpty();
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
                assertThat(ActivityRules.followUp(general, activity("c1", happening)))
                        .isEqualTo(FollowUp.NOTHING));
    }
}
