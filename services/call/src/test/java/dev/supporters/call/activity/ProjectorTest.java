package dev.supporters.call.activity;

import static dev.supporters.call.SampleCalls.DRIVER;
import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.World;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.CallState.Commanded;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.path.Decided.Assigned;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.call.v1.CallEvent;

import org.junit.jupiter.api.Test;

import java.util.List;

class ProjectorTest {

    private static final Command NEXT = new Command("c2", "1004551", 300);
    private static final Happening NEXT_SUPPORTER =
            new Happening.Refused(RefusalConsequence.REFUSAL_CONSEQUENCE_NEXT_SUPPORTER);

    private final World world = new World();

    @Test
    void tellsOfAnEventOnceHoweverOftenItComes() {
        // Given
        world.have(SampleCalls.commanded());

        // When
        note("e1", "c1", new Happening.Accepted());
        note("e1", "c1", new Happening.Accepted());

        // Then
        assertThat(world.told())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getEventCase()).isEqualTo(CallEvent.EventCase.PROGRESSED);
                    assertThat(event.getDriverId()).isEqualTo(DRIVER);
                    assertThat(event.getVersion()).isEqualTo(2);
                });
    }

    @Test
    void routesAgainWithoutTheSupporterWhoRefused() {
        // Given
        world.have(SampleCalls.commanded());
        world.routing.decides(new Assigned(NEXT, List.of()));

        // When
        note("e1", "c1", NEXT_SUPPORTER);

        // Then
        assertThat(world.routing.asked)
                .singleElement()
                .satisfies(asked ->
                        assertThat(asked.value().excludedDrivers()).containsExactly(DRIVER));
        assertThat(world.call().state()).isEqualTo(new Commanded(NEXT));
    }

    @Test
    void routesAgainWhenTheProcessDiedBetweenTheRefusalAndTheRoute() {
        // Given a process that died after its write
        world.have(SampleCalls.commanded());
        world.calls.change(
                ID, "e1", call -> ActivityRules.apply(call, activity("c1", NEXT_SUPPORTER)));
        world.routing.decides(new Assigned(NEXT, List.of()));

        // When the event comes again
        note("e1", "c1", NEXT_SUPPORTER);

        // Then
        assertThat(world.call().state()).isEqualTo(new Commanded(NEXT));
    }

    @Test
    void ignoresTheRefusalsSecondComingOnceTheNextSupporterIsCommanded() {
        // Given
        world.have(SampleCalls.commanded());
        world.routing.decides(new Assigned(NEXT, List.of()));
        note("e1", "c1", NEXT_SUPPORTER);

        // When
        note("e2", "c1", NEXT_SUPPORTER);
        note("e3", "c1", new Happening.Commanded(420));

        // Then
        assertThat(world.call().state()).isEqualTo(new Commanded(NEXT));
        assertThat(world.routing.asked).hasSize(1);
        assertThat(world.commander.cancelled).isEmpty();
    }

    @Test
    void withdrawsTheCommandOfACallOnGeneralDispatch() {
        // Given
        world.have(SampleCalls.general());

        // When
        note("e1", "c1", new Happening.Commanded(420));

        // Then
        assertThat(world.commander.cancelled)
                .containsExactly(CancellationReason.CANCELLATION_REASON_WITHDRAWN);
        assertThat(world.call()).isEqualTo(SampleCalls.general());
    }

    @Test
    void asksToHaveTheEventAgainWhenCommanderDoesNotAnswer() {
        // Given
        world.have(SampleCalls.general());
        world.commander.down = true;

        // When, Then
        assertThatThrownBy(() -> note("e1", "c1", new Happening.Commanded(420)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void adoptsTheDriveThatCannotBeWithdrawnAnyMore() {
        // Given
        world.have(SampleCalls.general());
        world.commander.pickedUp = true;

        // When
        note("e1", "c1", new Happening.Commanded(420));
        note("e2", "c1", new Happening.Accepted());
        note("e3", "c1", new Happening.PickedUp());

        // Then
        assertThat(world.call().commandId()).isEqualTo("c1");
    }

    @Test
    void followsAnArbitrationThatTheSupporterLost() {
        // Given
        world.have(SampleCalls.accepted());

        // When
        note("e1", "c1", new Happening.Cancelled(CancellationReason.CANCELLATION_REASON_WITHDRAWN));

        // Then
        assertThat(world.call().state()).isEqualTo(new General());
        assertThat(world.told())
                .singleElement()
                .extracting(CallEvent::getEventCase)
                .isEqualTo(CallEvent.EventCase.SENT_TO_GENERAL);
    }

    @Test
    void passesOverACallThatNobodyKnows() {
        // When
        note("e1", "c1", new Happening.Commanded(420));

        // Then
        assertThat(world.calls.find(ID)).isEmpty();
        assertThat(world.commander.cancelled).isEmpty();
    }

    private void note(String eventId, String commandId, Happening happening) {
        world.projector.note(eventId, activity(commandId, happening));
    }

    private static Activity activity(String commandId, Happening happening) {
        return new Activity(ID, commandId, DRIVER, NOW, happening);
    }
}
