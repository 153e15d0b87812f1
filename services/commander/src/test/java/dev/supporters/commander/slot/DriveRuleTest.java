package dev.supporters.commander.slot;

import static dev.supporters.commander.Refusals.assertRefused;
import static dev.supporters.commander.Samples.NOW;
import static dev.supporters.commander.Samples.TOO_FAR;
import static dev.supporters.commander.Samples.VETO;
import static dev.supporters.commander.Samples.WINDOW_END;
import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.command;
import static dev.supporters.commander.Samples.header;
import static dev.supporters.commander.slot.DriveRule.DriveStep.ARRIVED;
import static dev.supporters.commander.slot.DriveRule.DriveStep.COMPLETED;
import static dev.supporters.commander.slot.DriveRule.DriveStep.PICKED_UP;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.slot.DecidedCommands.DecidedCommand;
import dev.supporters.commander.slot.DecidedCommands.Outcome;
import dev.supporters.commander.slot.DriveRule.DriveStep;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.activity.v1.ActionName;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class DriveRuleTest {

    private final Command command = command("254137", "7");
    private final Slot accepted = new Slot.Accepted(header("7"), command);
    private final Slot arrived = new Slot.Arrived(header("7"), command);
    private final Slot driving = new Slot.Driving(header("7"), command);

    @Test
    void aDriveTakesItsStepsInTheirOrderAndFreesItsDriver() {
        List<ActionName> published = new ArrayList<>();
        Slot slot = accepted;
        for (DriveStep step : DriveStep.values()) {
            Change<Slot> change = step(slot, step, NOW).orElseThrow();
            published.add(((ActivityEvent) change.events().getFirst().payload()).getActionName());
            slot = change.next();
        }

        assertThat(published)
                .containsExactly(
                        ActionName.ACTION_NAME_CALL_ARRIVED,
                        ActionName.ACTION_NAME_CALL_PICKED_UP,
                        ActionName.ACTION_NAME_CALL_COMPLETED);
        assertThat(slot).isInstanceOf(Slot.Free.class);
        assertThat(slot.header().decided().all())
                .containsExactly(
                        new DecidedCommand(
                                command.commandId(),
                                call("254137"),
                                new Outcome.Accepted(true),
                                Optional.of(NOW)));
    }

    @Test
    void aStepThatWasTakenIsTakenOnce() {
        assertThat(step(arrived, ARRIVED, NOW)).isEmpty();
        assertThat(step(driving, ARRIVED, NOW)).isEmpty();
        assertThat(step(driving, PICKED_UP, NOW)).isEmpty();
        Slot after = step(driving, COMPLETED, NOW).orElseThrow().next();
        for (DriveStep step : DriveStep.values()) {
            assertThat(step(after, step, NOW)).isEmpty();
        }
    }

    @Test
    void noStepIsLeftOut() {
        assertWrong(accepted, PICKED_UP);
        assertWrong(accepted, COMPLETED);
        assertWrong(arrived, COMPLETED);
    }

    @Test
    void aCommandThatIsNotAcceptedHasNoDrive() {
        assertWrong(new Slot.Commanded(header("7"), command), ARRIVED);
        assertWrong(ended(new Outcome.Refused(TOO_FAR.reason(), "")), ARRIVED);
        assertWrong(
                ended(new Outcome.Cancelled(CancellationReason.CANCELLATION_REASON_CUSTOMER)),
                ARRIVED);
        assertWrong(ended(new Outcome.Accepted(false)), ARRIVED);
    }

    @Test
    void aCallThatTheDriverNeverHadIsNotFound() {
        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_NOT_FOUND,
                () -> DriveRule.step(Optional.of(accepted), call("1"), ARRIVED, NOW, 3));
        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_NOT_FOUND,
                () -> DriveRule.step(Optional.empty(), call("1"), ARRIVED, NOW, 1));
    }

    @Test
    void aDriveThatEndsAtTheWindowsEndOrLaterLeavesTheDriverOff() {
        assertThat(step(driving, COMPLETED, WINDOW_END.minusMillis(1)).orElseThrow().next())
                .isInstanceOf(Slot.Free.class);
        assertThat(step(driving, COMPLETED, WINDOW_END).orElseThrow().next())
                .isInstanceOf(Slot.Off.class);
    }

    @Test
    void aDriveThatEndsInAClosingSlotLeavesTheDriverOff() {
        assertThat(step(ShiftRule.closed(driving), COMPLETED, NOW).orElseThrow().next())
                .isInstanceOf(Slot.Off.class);
    }

    @Test
    void silenceHasAcceptedFromTheDeadlineOn() {
        Optional<Slot> slot = Optional.of(new Slot.Commanded(header("7"), command));

        assertThat(DriveRule.overdue(slot, call("254137"), NOW.plus(VETO).minusMillis(1)))
                .isEmpty();
        assertThat(DriveRule.overdue(slot, call("254137"), NOW.plus(VETO))).contains(command);
        assertThat(DriveRule.overdue(slot, call("1"), NOW.plus(VETO))).isEmpty();
        assertThat(DriveRule.overdue(Optional.of(accepted), call("254137"), NOW.plus(VETO)))
                .isEmpty();
    }

    private Optional<Change<Slot>> step(Slot slot, DriveStep step, Instant now) {
        return DriveRule.step(Optional.of(slot), call("254137"), step, now, 3);
    }

    private void assertWrong(Slot slot, DriveStep step) {
        assertRefused(ErrorReason.ERROR_REASON_WRONG_DRIVE_STATE, () -> step(slot, step, NOW));
    }

    private Slot ended(Outcome outcome) {
        return new Slot.Free(
                header("7")
                        .remembering(
                                new DecidedCommand(
                                        command.commandId(), command.callId(), outcome)));
    }
}
