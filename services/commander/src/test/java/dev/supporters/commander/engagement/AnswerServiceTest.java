package dev.supporters.commander.engagement;

import static dev.supporters.commander.Refusals.assertRefused;
import static dev.supporters.commander.Samples.TOO_FAR;
import static dev.supporters.commander.Samples.VETO;
import static dev.supporters.commander.Samples.anyRequest;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.Night;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.CommandKey;
import dev.supporters.commander.slot.Slot;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;

import org.junit.jupiter.api.Test;

class AnswerServiceTest {

    private final Night night = new Night().at("1");
    private final Command command = night.commanded("254137", "1");

    @Test
    void aDriverAcceptsOnceTheCallAgrees() {
        night.answers.accept(driver("1"), key(command), anyRequest());

        assertThat(night.slot("1")).isInstanceOf(Slot.Accepted.class);
        assertThat(night.calls.asked()).containsExactly(command.commandId());
        assertThat(night.published().getLast().getAccepted().getBySilence()).isFalse();
        assertThat(night.counted("accepted")).isEqualTo(1);
    }

    @Test
    void aCommandIsWithdrawnIfItsCallWasDispatchedOtherwise() {
        night.calls.agree(false);

        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_DECIDED,
                () -> night.answers.accept(driver("1"), key(command), anyRequest()));
        assertThat(night.slot("1")).isInstanceOf(Slot.Free.class);
        assertThat(night.published().getLast().getCancelled().getReason())
                .isEqualTo(CancellationReason.CANCELLATION_REASON_WITHDRAWN);
        assertThat(night.counted("withdrawn")).isEqualTo(1);
    }

    @Test
    void whileTheCallDoesNotAnswerTheCommandStaysOpen() {
        night.calls.down(true);

        assertRefused(
                ErrorReason.ERROR_REASON_UNAVAILABLE,
                () -> night.answers.accept(driver("1"), key(command), anyRequest()));
        assertThat(night.slot("1")).isInstanceOf(Slot.Commanded.class);

        night.calls.down(false);
        night.answers.accept(driver("1"), key(command), anyRequest());
        assertThat(night.slot("1")).isInstanceOf(Slot.Accepted.class);
    }

    @Test
    void anAcceptanceAgainIsAnsweredTheSameAndAsksNobody() {
        night.answers.accept(driver("1"), key(command), anyRequest());

        night.answers.accept(driver("1"), key(command), anyRequest());
        night.answers.accept(driver("1"), CommandKey.of("", "254137"), anyRequest());

        assertThat(night.calls.asked()).hasSize(1);
        assertThat(night.publishedNames()).containsExactly("COMMANDED", "ACCEPTED");
    }

    @Test
    void aRefusalAgainIsAnsweredTheSame() {
        night.answers.refuse(driver("1"), key(command), TOO_FAR, anyRequest());

        night.clock.advance(VETO);
        assertThat(night.answers.refuse(driver("1"), key(command), TOO_FAR, anyRequest()).value())
                .isInstanceOf(Slot.Free.class);

        assertThat(night.publishedNames()).containsExactly("COMMANDED", "REFUSED");
        assertThat(night.counted("refused")).isEqualTo(1);
    }

    @Test
    void eitherAnswerExcludesTheOther() {
        night.answers.refuse(driver("1"), key(command), TOO_FAR, anyRequest());
        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_DECIDED,
                () -> night.answers.accept(driver("1"), key(command), anyRequest()));

        Command second = night.accepted("2", "1");
        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_DECIDED,
                () -> night.answers.refuse(driver("1"), key(second), TOO_FAR, anyRequest()));
    }

    @Test
    void silenceAcceptsFromTheDeadlineOnAndNotBefore() {
        night.clock.advance(VETO.minusMillis(1));
        night.answers.silence(driver("1"), command.commandId());
        assertThat(night.slot("1")).isInstanceOf(Slot.Commanded.class);

        night.clock.advance(VETO);
        night.answers.silence(driver("1"), command.commandId());
        assertThat(night.slot("1")).isInstanceOf(Slot.Accepted.class);
        assertThat(night.published().getLast().getAccepted().getBySilence()).isTrue();
        assertThat(night.counted("accepted_by_silence")).isEqualTo(1);
    }

    @Test
    void aRefusalAfterTheDeadlineIsTooLateEvenIfNobodyHasWrittenTheAcceptanceYet() {
        night.clock.advance(VETO);

        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_DECIDED,
                () -> night.answers.refuse(driver("1"), key(command), TOO_FAR, anyRequest()));
        assertThat(night.slot("1")).isInstanceOf(Slot.Commanded.class);
    }

    @Test
    void silenceSaysNothingAboutADecidedCommand() {
        night.answers.refuse(driver("1"), key(command), TOO_FAR, anyRequest());
        night.clock.advance(VETO);

        night.answers.silence(driver("1"), command.commandId());
        night.answers.silenceUnconfirmed(driver("1"), command.commandId());

        assertThat(night.calls.asked()).isEmpty();
        assertThat(night.publishedNames()).containsExactly("COMMANDED", "REFUSED");
    }

    @Test
    void aDriverWhoNeverHadACommandHasNone() {
        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_NOT_FOUND,
                () -> night.answers.accept(driver("stranger"), key(command), anyRequest()));
        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_NOT_FOUND,
                () ->
                        night.answers.refuse(
                                driver("stranger"), key(command), TOO_FAR, anyRequest()));
    }
}
