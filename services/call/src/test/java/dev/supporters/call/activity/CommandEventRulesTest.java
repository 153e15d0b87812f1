package dev.supporters.call.activity;

import static dev.supporters.call.SampleCalls.COMMAND;
import static dev.supporters.call.SampleCalls.DRIVER;
import static dev.supporters.call.SampleCalls.NOW;
import static dev.supporters.call.activity.CommandEvents.LATER;
import static dev.supporters.call.activity.CommandEvents.apply;
import static dev.supporters.call.activity.CommandEvents.assertNothing;
import static dev.supporters.call.activity.CommandEvents.cancelled;
import static dev.supporters.call.activity.CommandEvents.event;
import static dev.supporters.call.activity.CommandEvents.refused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.activity.CommandEventRules.Reaction;
import dev.supporters.call.life.Assignee.SupporterRide;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallState.Accepted;
import dev.supporters.call.life.CallState.Arrived;
import dev.supporters.call.life.CallState.Commanded;
import dev.supporters.call.life.CallState.Completed;
import dev.supporters.call.life.CallState.Driving;
import dev.supporters.call.life.CallState.General;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.RefusalConsequence;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A drive, step by step. */
class CommandEventRulesTest {

    private static final List<CommandEvent.Kind> ALL =
            List.of(
                    new CommandEvent.Commanded(420),
                    new CommandEvent.Accepted(),
                    refused(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL),
                    new CommandEvent.Arrived(),
                    new CommandEvent.PickedUp(),
                    new CommandEvent.Completed(),
                    cancelled(CancellationReason.CANCELLATION_REASON_CUSTOMER),
                    cancelled(CancellationReason.CANCELLATION_REASON_WITHDRAWN),
                    cancelled(CancellationReason.CANCELLATION_REASON_DRIVER));

    @Test
    void aDriveGoesItsWay() {
        Call commanded = apply(SampleCalls.requested(), new CommandEvent.Commanded(420));
        Call accepted = apply(commanded, new CommandEvent.Accepted());
        Call arrived = apply(accepted, new CommandEvent.Arrived());
        Call driving = apply(arrived, new CommandEvent.PickedUp());
        Call completed = apply(driving, new CommandEvent.Completed());

        SupporterRide ride = new SupporterRide(COMMAND, LATER);
        assertThat(commanded.state()).isEqualTo(new Commanded(COMMAND));
        assertThat(accepted.state()).isEqualTo(new Accepted(ride));
        assertThat(arrived.state()).isEqualTo(new Arrived(ride));
        assertThat(driving.state()).isEqualTo(new Driving(ride));
        assertThat(completed.state()).isEqualTo(new Completed(ride, LATER));
        assertThat(completed.path()).isEqualTo(DispatchPath.SUPPORTERS);
        assertThat(completed.reason()).isEqualTo("ASSIGNED");
    }

    @Test
    void aLateEventDoesNotTurnTheDriveBack() {
        assertNothing(SampleCalls.arrived(), new CommandEvent.Commanded(420));
        assertNothing(SampleCalls.arrived(), new CommandEvent.Accepted());
        assertNothing(SampleCalls.arrived(), new CommandEvent.Arrived());
        assertNothing(SampleCalls.driving(), new CommandEvent.Arrived());
        assertNothing(
                SampleCalls.accepted(), refused(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL));
        assertNothing(
                SampleCalls.driving(), cancelled(CancellationReason.CANCELLATION_REASON_CUSTOMER));
    }

    @Test
    void anEventThatComesTooEarlyStandsForThoseBeforeIt() {
        // When
        Call driving = apply(SampleCalls.commanded(), new CommandEvent.PickedUp());

        // Then
        assertThat(driving.state()).isEqualTo(new Driving(new SupporterRide(COMMAND, LATER)));
        assertNothing(driving, new CommandEvent.Accepted());
    }

    @Test
    void anEndedCallStaysAsItIs() {
        assertThat(SampleCalls.all())
                .filteredOn(call -> call.state().ended())
                .hasSize(6)
                .allSatisfy(call -> ALL.forEach(kind -> assertNothing(call, kind)));
    }

    @Test
    void whatAnotherCommandTellsDoesNotCount() {
        for (Call call :
                List.of(
                        SampleCalls.commanded(),
                        SampleCalls.accepted(),
                        SampleCalls.generalAccepted(),
                        SampleCalls.driving())) {
            for (CommandEvent.Kind kind : ALL) {
                Call after = CommandEventRules.apply(call, event("c2", kind)).orElse(call);
                assertThat(after.state()).isEqualTo(call.state());
            }
        }
    }

    @Test
    void aCommandWhoseEndWasHeardIsNotAdoptedLater() {
        for (Call elsewhere : List.of(SampleCalls.general(), SampleCalls.generalAccepted())) {
            // Given
            CommandEvent.Kind end = cancelled(CancellationReason.CANCELLATION_REASON_WITHDRAWN);
            Call heard = CommandEventRules.apply(elsewhere, event("c2", end)).orElseThrow();

            // When
            Call free = heard.becomes(new General(), NOW);

            // Then
            assertThat(heard.state()).isEqualTo(elsewhere.state());
            assertThat(CommandEventRules.apply(free, event("c2", new CommandEvent.Accepted())))
                    .isEmpty();
        }
    }

    @Test
    void whatAPastCommandTellsDoesNotCount() {
        Call again = SampleCalls.commanded().withoutCommand("c1").requestedAgain(DRIVER, NOW);
        Call general = SampleCalls.general().withoutCommand("c1");

        ALL.forEach(kind -> assertNothing(again, kind));
        ALL.forEach(kind -> assertNothing(general, kind));
        ALL.forEach(kind ->
                assertThat(CommandEventRules.reaction(general, event("c1", kind)))
                        .isEqualTo(Reaction.NOTHING));
    }
}
