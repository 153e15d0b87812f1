package dev.supporters.commander.adapter.mongo;

import static dev.supporters.commander.Samples.NOW;
import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.command;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.header;
import static dev.supporters.commander.Samples.memberships;
import static dev.supporters.commander.Samples.shift;
import static dev.supporters.commander.Samples.work;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Map.entry;

import dev.supporters.commander.slot.AnswerRule;
import dev.supporters.commander.slot.CallClaim;
import dev.supporters.commander.slot.CallClaim.ClosedCall;
import dev.supporters.commander.slot.DecidedCommands;
import dev.supporters.commander.slot.DecidedCommands.DecidedCommand;
import dev.supporters.commander.slot.DecidedCommands.Outcome;
import dev.supporters.commander.slot.MembershipRule;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.SlotHeader;
import dev.supporters.contract.Memberships;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.common.v1.RefusalReason;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.testkit.StoredDocumentsContract;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class StoredSlotsTest extends StoredDocumentsContract<CallClaim> {

    private final SlotMapper mapper = new SlotMapper();

    @Override
    protected CollectionSpec<CallClaim> spec() {
        return SlotStores.SLOTS;
    }

    @Override
    protected Map<String, CallClaim> values() {
        SlotHeader header = header("7");
        SlotHeader full =
                new SlotHeader(
                        driver("7"),
                        Optional.of(shift("7")),
                        new DecidedCommands(
                                List.of(
                                        new DecidedCommand(
                                                "a", call("1"), new Outcome.Accepted(true)),
                                        new DecidedCommand(
                                                "b", call("2"), new Outcome.Accepted(false)),
                                        new DecidedCommand(
                                                "c",
                                                call("3"),
                                                new Outcome.Refused(
                                                        RefusalReason.REFUSAL_REASON_OTHER,
                                                        "왜냐하면")),
                                        new DecidedCommand(
                                                "d",
                                                call("4"),
                                                new Outcome.Cancelled(
                                                        CancellationReason
                                                                .CANCELLATION_REASON_WITHDRAWN)))),
                        Optional.empty(),
                        Optional.empty());
        SlotHeader sinceForm3 =
                new SlotHeader(
                        driver("7"),
                        Optional.of(shift("7")),
                        new DecidedCommands(
                                List.of(
                                        new DecidedCommand(
                                                "a",
                                                call("1"),
                                                new Outcome.Accepted(
                                                        false,
                                                        CancellationReason
                                                                .CANCELLATION_REASON_CUSTOMER),
                                                Optional.of(NOW)),
                                        new DecidedCommand(
                                                "b",
                                                call("2"),
                                                new Outcome.Refused(
                                                        RefusalReason.REFUSAL_REASON_OTHER,
                                                        "",
                                                        RefusalConsequence
                                                                .REFUSAL_CONSEQUENCE_NEXT_SUPPORTER),
                                                Optional.of(NOW.plusSeconds(5))))),
                        Optional.of(NOW.plusSeconds(5)),
                        Optional.empty());
        return Map.ofEntries(
                entry("closed-call", new ClosedCall(call("254137"), SlotMapper.BEFORE_FORM_3)),
                entry("closed-call-timed", new ClosedCall(call("254137"), NOW)),
                entry("never-worked", Slot.neverWorked(driver("7"))),
                entry("off", new Slot.Off(full)),
                entry("free", new Slot.Free(header)),
                entry("freed", new Slot.Free(sinceForm3)),
                entry("paused", new Slot.Paused(header)),
                entry("commanded", new Slot.Commanded(full, command("254137", "7"))),
                entry("accepted", new Slot.Accepted(header, command("254137", "7"))),
                entry("arrived", new Slot.Arrived(header, command("254137", "7"))),
                entry("driving", new Slot.Driving(header, command("254137", "7"))),
                entry("free-member", told(header, memberships("7", 4, Product.PRODUCT_DRIVER))),
                entry("free-no-member", told(header, memberships("7", 5))));
    }

    private static Slot told(SlotHeader header, Memberships memberships) {
        return MembershipRule.apply(Optional.of(new Slot.Free(header)), memberships)
                .orElseThrow()
                .next();
    }

    @Test
    void onlyAnEngagementAndAClosureClaimTheCall() {
        assertThat(values().values())
                .allSatisfy(claim ->
                        assertThat(mapper.write(claim).containsKey("callId"))
                                .isEqualTo(
                                        claim instanceof Slot.Engaged
                                                || claim instanceof ClosedCall));
    }

    @Test
    void theEndOfTheNewestCallIsKeptWithTheSlot() {
        Slot freed =
                new Slot.Driving(header("7"), command("254137", "7"))
                        .freed(new Outcome.Accepted(true), NOW);

        assertThat(mapper.read(mapper.write(freed))).isEqualTo(freed);
    }

    @Test
    void aDeadlineIsStoredOnlyWhileACommandIsOpen() {
        assertThat(values().values())
                .allSatisfy(claim ->
                        assertThat(mapper.write(claim).containsKey("deadline"))
                                .isEqualTo(claim instanceof Slot.Commanded));
    }

    @Test
    void theEventsOfASlotOfTheFirstFormHaveTheBusinessDateThatItsWorkIdEndsIn() throws IOException {
        Document state =
                Document.parse(
                        Files.readString(
                                Path.of("src/test/resources/golden/slots/v1/commanded.json")));
        assertThat(state).doesNotContainKey("businessDate");
        Slot.Commanded slot = (Slot.Commanded) mapper.read(state);

        Change<Slot> change =
                AnswerRule.accept(Optional.of(slot), slot.command(), true, NOW, 3).orElseThrow();

        ActivityEvent event = (ActivityEvent) change.events().getFirst().payload();
        assertThat(event.getBusinessDate()).isEqualTo("2026-11-20");
        assertThat(slot.shift().orElseThrow().workId()).isEqualTo(work("7"));
    }
}
