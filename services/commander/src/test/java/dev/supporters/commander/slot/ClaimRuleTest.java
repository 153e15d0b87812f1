package dev.supporters.commander.slot;

import static dev.supporters.commander.Samples.FARE;
import static dev.supporters.commander.Samples.NOW;
import static dev.supporters.commander.Samples.ORIGIN;
import static dev.supporters.commander.Samples.VETO;
import static dev.supporters.commander.Samples.WINDOW_END;
import static dev.supporters.commander.Samples.command;
import static dev.supporters.commander.Samples.header;
import static dev.supporters.commander.Samples.order;
import static dev.supporters.commander.Samples.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.Samples;
import dev.supporters.commander.slot.AssignmentOrder.CommandCandidate;
import dev.supporters.commander.slot.DecidedCommands.DecidedCommand;
import dev.supporters.commander.slot.DecidedCommands.Outcome;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.activity.v1.ActionName;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallCommanded;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

class ClaimRuleTest {

    private final AssignmentOrder order = order("254137", "7");
    private final CommandCandidate candidate = order.candidates().getFirst();

    @Test
    void aFreeSlotIsCommandedUntilTheVetoHasPassed() {
        Change<Slot> change = claim(new Slot.Free(header("7")), NOW).orElseThrow();

        Slot.Commanded commanded = (Slot.Commanded) change.next();
        assertThat(commanded.command().deadlineTime()).isEqualTo(NOW.plus(VETO));
        assertThat(commanded.command().workId()).isEqualTo(work("7"));
        assertThat(commanded.command().etaSeconds()).isEqualTo(240);
    }

    @Test
    void publishesTheCommandInTheSameUpdate() {
        Change<Slot> change = claim(new Slot.Free(header("7")), NOW).orElseThrow();

        assertThat(change.events()).hasSize(1);
        assertThat(change.events().getFirst().topic()).isEqualTo(Topics.ACTIVITY);
        assertThat(change.events().getFirst().key()).isEqualTo("7");
        assertThat(change.events().getFirst().type()).isEqualTo("supporters.activity.commanded.v1");
        assertThat(change.events().getFirst().payload())
                .isEqualTo(
                        ActivityEvent.newBuilder()
                                .setDriverId("7")
                                .setCallId("254137")
                                .setCommandId("254137-7-2")
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setWorkId("7-driver-2026-11-20")
                                .setBusinessDate("2026-11-20")
                                .setVersion(2)
                                .setEventTime(Timestamps.of(NOW))
                                .setActionName(ActionName.ACTION_NAME_CALL_COMMANDED)
                                .setCommanded(
                                        CallCommanded.newBuilder()
                                                .setOrigin(ORIGIN.withoutTexts().toProto())
                                                .setFare(FARE.toProto())
                                                .setEtaSeconds(240)
                                                .setDeadlineTime(Timestamps.of(NOW.plus(VETO))))
                                .build());
    }

    @Test
    void aSlotThatIsNotFreeIsLeftAlone() {
        assertThat(claim(new Slot.Off(header("7")), NOW)).isEmpty();
        assertThat(claim(new Slot.Paused(header("7")), NOW)).isEmpty();
        assertThat(claim(new Slot.Commanded(header("7"), command("1", "7")), NOW)).isEmpty();
        assertThat(claim(new Slot.Accepted(header("7"), command("1", "7")), NOW)).isEmpty();
        assertThat(claim(new Slot.Arrived(header("7"), command("1", "7")), NOW)).isEmpty();
        assertThat(claim(new Slot.Driving(header("7"), command("1", "7")), NOW)).isEmpty();
        assertThat(ClaimRule.claim(Optional.empty(), order, candidate, NOW, 1)).isEmpty();
    }

    @Test
    void fromTheWindowsEndOnNoCommandIsGiven() {
        assertThat(claim(new Slot.Free(header("7")), WINDOW_END.minusMillis(1))).isPresent();
        assertThat(claim(new Slot.Free(header("7")), WINDOW_END)).isEmpty();
    }

    @Test
    void aClosingSlotGetsNoCommand() {
        assertThat(claim(new Slot.Free(header("7").with(Samples.shift("7").closed())), NOW))
                .isEmpty();
    }

    @Test
    void aSupporterOfAnotherProductGetsNoCommand() {
        ShiftRef other =
                new ShiftRef(work("7"), Product.PRODUCT_UNSPECIFIED, NOW, WINDOW_END, 1, false);

        assertThat(claim(new Slot.Free(header("7").with(other)), NOW)).isEmpty();
    }

    @Test
    void whoHasRefusedTheCallIsNotCommandedToItAgain() {
        SlotHeader refused =
                header("7")
                        .remembering(
                                new DecidedCommand(
                                        "x",
                                        Samples.call("254137"),
                                        new Outcome.Refused(Samples.TOO_FAR.reason(), "")));
        SlotHeader otherRefused =
                header("7")
                        .remembering(
                                new DecidedCommand(
                                        "x",
                                        Samples.call("1"),
                                        new Outcome.Refused(Samples.TOO_FAR.reason(), "")));

        assertThat(claim(new Slot.Free(refused), NOW)).isEmpty();
        assertThat(claim(new Slot.Free(otherRefused), NOW)).isPresent();
    }

    private Optional<Change<Slot>> claim(Slot slot, Instant now) {
        return ClaimRule.claim(Optional.of(slot), order, candidate, now, 2);
    }
}
