package dev.supporters.commander.slot;

import static dev.supporters.commander.Refusals.assertRefused;
import static dev.supporters.commander.Samples.NOW;
import static dev.supporters.commander.Samples.TOO_FAR;
import static dev.supporters.commander.Samples.VETO;
import static dev.supporters.commander.Samples.WINDOW_END;
import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.command;
import static dev.supporters.commander.Samples.header;
import static dev.supporters.commander.Samples.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.slot.DecidedCommands.DecidedCommand;
import dev.supporters.commander.slot.DecidedCommands.Outcome;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.common.v1.RefusalReason;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.events.activity.v1.CallCancelled;
import dev.supporters.proto.events.activity.v1.CallRefused;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

class AnswerRuleTest {

    private final Command command = command("254137", "7");
    private final Slot commanded = new Slot.Commanded(header("7"), command);

    @Test
    void aRefusalFreesTheDriverAndSaysWhatHappensToTheCall() {
        Change<Slot> change = refuse(commanded, NOW).orElseThrow();

        assertThat(change.next()).isInstanceOf(Slot.Free.class);
        assertThat(change.next().header().decided().all())
                .containsExactly(
                        new DecidedCommand(
                                command.commandId(),
                                call("254137"),
                                new Outcome.Refused(
                                        RefusalReason.REFUSAL_REASON_TOO_FAR,
                                        "other side of the river",
                                        RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL),
                                Optional.of(NOW)));
        assertThat(event(change).getRefused())
                .isEqualTo(
                        CallRefused.newBuilder()
                                .setReason(RefusalReason.REFUSAL_REASON_TOO_FAR)
                                .setConsequence(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL)
                                .build());
    }

    @Test
    void aRefusalCountsUntilJustBeforeTheDeadline() {
        assertThat(refuse(commanded, NOW.plus(VETO).minusMillis(1))).isPresent();
        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_DECIDED, () -> refuse(commanded, NOW.plus(VETO)));
    }

    @Test
    void aRefusalAfterTheAcceptanceIsRefused() {
        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_DECIDED,
                () -> refuse(new Slot.Accepted(header("7"), command), NOW));
        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_DECIDED,
                () -> refuse(ended(new Outcome.Accepted(true)), NOW));
    }

    @Test
    void aRefusalAgainChangesNothingAndIsNoError() {
        assertThat(refuse(refuse(commanded, NOW).orElseThrow().next(), NOW.plus(VETO))).isEmpty();
    }

    @Test
    void aRefusalOfACancelledCommandIsRefused() {
        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_DECIDED,
                () ->
                        refuse(
                                ended(
                                        new Outcome.Cancelled(
                                                CancellationReason.CANCELLATION_REASON_CUSTOMER)),
                                NOW));
    }

    @Test
    void aCommandThatTheDriverNeverHadIsNotFound() {
        CommandKey other = CommandKey.of("other", "");

        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_NOT_FOUND,
                () -> AnswerRule.refuse(Optional.of(commanded), other, TOO_FAR, NOW, 3));
        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_NOT_FOUND,
                () -> AnswerRule.refuse(Optional.empty(), other, TOO_FAR, NOW, 1));
        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_NOT_FOUND,
                () -> AnswerRule.requireAccepted(commanded, other));
    }

    @Test
    void aCommandIsFoundByItsCallToo() {
        assertThat(
                        AnswerRule.refuse(
                                Optional.of(commanded),
                                CommandKey.of("", "254137"),
                                TOO_FAR,
                                NOW,
                                3))
                .isPresent();
        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_NOT_FOUND,
                () ->
                        AnswerRule.refuse(
                                Optional.of(commanded),
                                CommandKey.of(command.commandId(), "1"),
                                TOO_FAR,
                                NOW,
                                3));
    }

    @Test
    void anAcceptanceSaysWhetherItWasBySilence() {
        assertThat(event(accept(false)).getAccepted()).isEqualTo(CallAccepted.getDefaultInstance());
        assertThat(event(accept(true)).getAccepted())
                .isEqualTo(CallAccepted.newBuilder().setBySilence(true).build());
    }

    @Test
    void anAcceptedCommandStaysInItsSlot() {
        assertThat(accept(false).next()).isEqualTo(new Slot.Accepted(header("7"), command));
    }

    @Test
    void onlyAnOpenCommandIsAcceptedOrWithdrawn() {
        Slot refused = ended(new Outcome.Refused(RefusalReason.REFUSAL_REASON_HEALTH, ""));

        assertThat(AnswerRule.accept(Optional.of(refused), command, true, NOW, 3)).isEmpty();
        assertThat(AnswerRule.withdraw(Optional.of(refused), command, NOW, 3)).isEmpty();
        assertThat(
                        AnswerRule.withdraw(
                                Optional.of(new Slot.Accepted(header("7"), command)),
                                command,
                                NOW,
                                3))
                .isEmpty();
        assertThat(
                        AnswerRule.accept(
                                Optional.of(new Slot.Commanded(header("7"), command("1", "7"))),
                                command,
                                true,
                                NOW,
                                3))
                .isEmpty();
    }

    @Test
    void aWithdrawnCommandWasCancelledBeforeItsAcceptance() {
        Change<Slot> change =
                AnswerRule.withdraw(Optional.of(commanded), command, NOW, 3).orElseThrow();

        assertThat(change.next()).isInstanceOf(Slot.Free.class);
        assertThat(event(change).getCancelled())
                .isEqualTo(
                        CallCancelled.newBuilder()
                                .setReason(CancellationReason.CANCELLATION_REASON_WITHDRAWN)
                                .build());
    }

    @Test
    void anAcceptanceAgainIsNoErrorEvenAfterTheDrive() {
        AnswerRule.requireAccepted(new Slot.Accepted(header("7"), command), key(command));
        AnswerRule.requireAccepted(new Slot.Driving(header("7"), command), key(command));
        AnswerRule.requireAccepted(ended(new Outcome.Accepted(true)), key(command));
        AnswerRule.requireAccepted(ended(new Outcome.Accepted(false)), key(command));
    }

    @Test
    void anAcceptanceOfARefusedOrCancelledCommandIsRefused() {
        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_DECIDED,
                () ->
                        AnswerRule.requireAccepted(
                                ended(new Outcome.Refused(RefusalReason.REFUSAL_REASON_SAFETY, "")),
                                key(command)));
        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_DECIDED,
                () ->
                        AnswerRule.requireAccepted(
                                ended(
                                        new Outcome.Cancelled(
                                                CancellationReason.CANCELLATION_REASON_WITHDRAWN)),
                                key(command)));
    }

    @Test
    void whoRefusesAfterTheWindowsEndIsOff() {
        Command late =
                new Command(
                        "c",
                        call("1"),
                        command.driverId(),
                        command.workId(),
                        command.product(),
                        command.origin(),
                        command.fare(),
                        1,
                        WINDOW_END.minusSeconds(2),
                        WINDOW_END.plusSeconds(3),
                        command.onRefusal());

        Change<Slot> change =
                AnswerRule.refuse(
                                Optional.of(new Slot.Commanded(header("7"), late)),
                                key(late),
                                TOO_FAR,
                                WINDOW_END,
                                3)
                        .orElseThrow();

        assertThat(change.next()).isInstanceOf(Slot.Off.class);
    }

    private Optional<Change<Slot>> refuse(Slot slot, Instant now) {
        return AnswerRule.refuse(Optional.of(slot), key(command), TOO_FAR, now, 3);
    }

    private Change<Slot> accept(boolean bySilence) {
        return AnswerRule.accept(Optional.of(commanded), command, bySilence, NOW, 3).orElseThrow();
    }

    private Slot ended(Outcome outcome) {
        return new Slot.Free(
                header("7")
                        .remembering(
                                new DecidedCommand(
                                        command.commandId(), command.callId(), outcome)));
    }

    private static ActivityEvent event(Change<Slot> change) {
        assertThat(change.events()).hasSize(1);
        return (ActivityEvent) change.events().getFirst().payload();
    }
}
