package dev.supporters.call.activity;

import static dev.supporters.call.SampleCalls.DRIVER;
import static dev.supporters.call.SampleCalls.ID;
import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.ServiceFixture;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.CallState.Accepted;
import dev.supporters.call.life.CallState.Commanded;
import dev.supporters.call.life.CallState.Completed;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.path.PathDecision.Assigned;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.call.v1.CallEvent;

import org.junit.jupiter.api.Test;

import java.util.List;

class CallProjectionTest {

    private static final Command NEXT = new Command("c2", new DriverId("1004551"), 300);
    private static final CommandEvent.Kind NEXT_SUPPORTER =
            new CommandEvent.Refused(RefusalConsequence.REFUSAL_CONSEQUENCE_NEXT_SUPPORTER);

    private final ServiceFixture service = new ServiceFixture();

    @Test
    void tellsOfAnEventOnceHoweverOftenItComes() {
        // Given
        service.have(SampleCalls.commanded());

        // When
        apply("e1", "c1", new CommandEvent.Accepted());
        apply("e1", "c1", new CommandEvent.Accepted());

        // Then
        assertThat(service.told())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getEventCase()).isEqualTo(CallEvent.EventCase.PROGRESSED);
                    assertThat(event.getDriverId()).isEqualTo(DRIVER.value());
                    assertThat(event.getVersion()).isEqualTo(2);
                });
    }

    @Test
    void routesAgainWithoutTheSupporterWhoRefused() {
        // Given
        service.have(SampleCalls.commanded());
        service.router.decides(new Assigned(NEXT, List.of()));

        // When
        apply("e1", "c1", NEXT_SUPPORTER);

        // Then
        assertThat(service.router.asked)
                .singleElement()
                .satisfies(asked ->
                        assertThat(asked.value().excludedDrivers()).containsExactly(DRIVER));
        assertThat(service.call().state()).isEqualTo(new Commanded(NEXT));
    }

    @Test
    void routesAgainWhenTheProcessDiedBetweenTheRefusalAndTheRoute() {
        // Given a process that died after its write
        service.have(SampleCalls.commanded());
        service.calls.change(
                ID, "e1", call -> CommandEventRules.apply(call, event("c1", NEXT_SUPPORTER)));
        service.router.decides(new Assigned(NEXT, List.of()));

        // When the event comes again
        apply("e1", "c1", NEXT_SUPPORTER);

        // Then
        assertThat(service.call().state()).isEqualTo(new Commanded(NEXT));
    }

    @Test
    void ignoresTheRefusalsSecondComingOnceTheNextSupporterIsCommanded() {
        // Given
        service.have(SampleCalls.commanded());
        service.router.decides(new Assigned(NEXT, List.of()));
        apply("e1", "c1", NEXT_SUPPORTER);

        // When
        apply("e2", "c1", NEXT_SUPPORTER);
        apply("e3", "c1", new CommandEvent.Commanded(420));

        // Then
        assertThat(service.call().state()).isEqualTo(new Commanded(NEXT));
        assertThat(service.router.asked).hasSize(1);
        assertThat(service.commander.cancelled).isEmpty();
    }

    @Test
    void withdrawsTheCommandOfACallOnGeneralDispatch() {
        // Given
        service.have(SampleCalls.general());

        // When
        apply("e1", "c1", new CommandEvent.Commanded(420));

        // Then
        assertThat(service.commander.cancelled)
                .containsExactly(CancellationReason.CANCELLATION_REASON_WITHDRAWN);
        assertThat(service.call().state()).isEqualTo(SampleCalls.general().state());
    }

    @Test
    void asksToHaveTheEventAgainWhenCommanderDoesNotAnswer() {
        // Given
        service.have(SampleCalls.general());
        service.commander.down = true;

        // When, Then
        assertThatThrownBy(() -> apply("e1", "c1", new CommandEvent.Commanded(420)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void adoptsTheDriveThatCannotBeWithdrawnAnyMore() {
        // Given
        service.have(SampleCalls.general());
        service.commander.pickedUp = true;

        // When
        apply("e1", "c1", new CommandEvent.Commanded(420));
        apply("e2", "c1", new CommandEvent.Accepted());
        apply("e3", "c1", new CommandEvent.PickedUp());

        // Then
        assertThat(service.call().commandId()).isEqualTo("c1");
    }

    @Test
    void followsAnArbitrationThatTheSupporterLost() {
        // Given
        service.have(SampleCalls.accepted());

        // When
        apply(
                "e1",
                "c1",
                new CommandEvent.Cancelled(CancellationReason.CANCELLATION_REASON_WITHDRAWN));

        // Then
        assertThat(service.call().state()).isEqualTo(new General());
        assertThat(service.told())
                .singleElement()
                .extracting(CallEvent::getEventCase)
                .isEqualTo(CallEvent.EventCase.SENT_TO_GENERAL);
    }

    @Test
    void followsTheSecondCommandWhoseEventsComeBeforeTheFirstOnesRefusal() {
        // Given
        service.have(SampleCalls.commanded());
        service.commander.history.add(event("c1", NEXT_SUPPORTER));
        service.commander.history.add(
                new CommandEvent(ID, "c2", NEXT.driverId(), NOW, new CommandEvent.Accepted()));

        // When
        apply("e1", "c2", new CommandEvent.Commanded(300));
        apply("e2", "c1", NEXT_SUPPORTER);

        // Then
        assertThat(service.call().commandId()).isEqualTo("c2");
        assertThat(service.call().state()).isInstanceOf(Accepted.class);
        assertThat(service.call().excludedDrivers()).containsExactly(DRIVER);
        assertThat(service.commander.askedOf).containsExactly(ID);
        assertThat(service.router.asked).isEmpty();
    }

    @Test
    void theSecondCommandOfARefusedCallThatGoesToGeneralDispatchIsWithdrawn() {
        // Given
        service.have(SampleCalls.commanded());
        service.commander.history.add(
                event(
                        "c1",
                        new CommandEvent.Refused(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL)));
        service.commander.history.add(event("c2", new CommandEvent.Commanded(300)));

        // When
        apply("e1", "c2", new CommandEvent.Commanded(300));

        // Then
        assertThat(service.call().state()).isEqualTo(new General());
        assertThat(service.commander.cancelled)
                .containsExactly(CancellationReason.CANCELLATION_REASON_WITHDRAWN);
    }

    @Test
    void theDriveOfASecondCommandIsNotLost() {
        // Given
        service.have(SampleCalls.commanded());
        service.commander.history.add(event("c1", NEXT_SUPPORTER));
        service.commander.history.add(event("c2", new CommandEvent.Completed()));

        // When
        apply("e1", "c2", new CommandEvent.Completed());

        // Then
        assertThat(service.call().state()).isInstanceOf(Completed.class);
        assertThat(service.call().commandId()).isEqualTo("c2");
    }

    @Test
    void anEventOfACommandLongPastChangesNothing() {
        // Given
        service.have(SampleCalls.commanded());
        service.commander.history.add(
                event(
                        "c0",
                        new CommandEvent.Cancelled(
                                CancellationReason.CANCELLATION_REASON_WITHDRAWN)));
        service.commander.history.add(event("c1", new CommandEvent.Commanded(420)));

        // When
        apply("e1", "c0", new CommandEvent.Commanded(420));
        apply("e2", "c0", new CommandEvent.Accepted());

        // Then
        assertThat(service.call().state()).isEqualTo(SampleCalls.commanded().state());
        assertThat(service.commander.askedOf).containsExactly(ID);
        assertThat(service.commander.cancelled).isEmpty();
    }

    @Test
    void asksToHaveTheEventAgainWhenNobodySaysWhichOfTwoCommandsIsLive() {
        // Given
        service.have(SampleCalls.commanded());
        service.commander.down = true;

        // When, Then
        assertThatThrownBy(() -> apply("e1", "c2", new CommandEvent.Commanded(300)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void passesOverACallThatNobodyKnows() {
        // When
        apply("e1", "c1", new CommandEvent.Commanded(420));

        // Then
        assertThat(service.calls.find(ID)).isEmpty();
        assertThat(service.commander.cancelled).isEmpty();
    }

    private void apply(String eventId, String commandId, CommandEvent.Kind kind) {
        service.projection.apply(eventId, event(commandId, kind));
    }

    private static CommandEvent event(String commandId, CommandEvent.Kind kind) {
        return new CommandEvent(ID, commandId, DRIVER, NOW, kind);
    }
}
