package dev.supporters.commander.slot;

import static dev.supporters.commander.Refusals.assertRefused;
import static dev.supporters.commander.Samples.NOW;
import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.command;
import static dev.supporters.commander.Samples.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.slot.DecidedCommands.DecidedCommand;
import dev.supporters.commander.slot.DecidedCommands.Outcome;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallCancelled;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class CancelRuleTest {

    private static final CancellationReason CUSTOMER =
            CancellationReason.CANCELLATION_REASON_CUSTOMER;

    private final Command command = command("254137", "7");

    @Test
    void anOpenCommandIsCancelledAndThatIsItsOutcome() {
        Change<Slot> change = cancel(new Slot.Commanded(header("7"), command)).orElseThrow();

        assertThat(change.next().header().decided().all())
                .containsExactly(
                        new DecidedCommand(
                                command.commandId(),
                                call("254137"),
                                new Outcome.Cancelled(CUSTOMER),
                                Optional.of(NOW)));
        assertThat(cancelled(change))
                .isEqualTo(CallCancelled.newBuilder().setReason(CUSTOMER).build());
    }

    @Test
    void afterTheAcceptanceTheOutcomeStaysAcceptedAndSaysWhyItEnded() {
        for (Slot slot :
                new Slot[] {
                    new Slot.Accepted(header("7"), command), new Slot.Arrived(header("7"), command)
                }) {
            Change<Slot> change = cancel(slot).orElseThrow();

            assertThat(change.next()).isInstanceOf(Slot.Free.class);
            assertThat(change.next().header().decided().all())
                    .containsExactly(
                            new DecidedCommand(
                                    command.commandId(),
                                    call("254137"),
                                    new Outcome.Accepted(false, CUSTOMER),
                                    Optional.of(NOW)));
            assertThat(cancelled(change))
                    .isEqualTo(
                            CallCancelled.newBuilder()
                                    .setReason(CUSTOMER)
                                    .setAfterAcceptance(true)
                                    .build());
        }
    }

    @Test
    void whoIsBeingDrivenCannotCancelAnyMore() {
        assertRefused(
                ErrorReason.ERROR_REASON_CALL_PICKED_UP,
                () -> cancel(new Slot.Driving(header("7"), command)));
    }

    @Test
    void aDriverWhoHasAnotherCallOrNoneIsLeftAlone() {
        assertThat(cancel(new Slot.Free(header("7")))).isEmpty();
        assertThat(cancel(new Slot.Accepted(header("7"), command("1", "7")))).isEmpty();
        assertThat(CancelRule.cancel(Optional.empty(), call("254137"), CUSTOMER, NOW, 1)).isEmpty();
    }

    private static Optional<Change<Slot>> cancel(Slot slot) {
        return CancelRule.cancel(Optional.of(slot), call("254137"), CUSTOMER, NOW, 3);
    }

    private static CallCancelled cancelled(Change<Slot> change) {
        return ((ActivityEvent) change.events().getFirst().payload()).getCancelled();
    }
}
