package dev.supporters.commander.adapter.mongo;

import static dev.supporters.commander.Samples.NOW;
import static dev.supporters.commander.Samples.TOO_FAR;
import static dev.supporters.commander.Samples.VETO;
import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.command;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.header;
import static dev.supporters.commander.Samples.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.commander.slot.AssignmentOrder;
import dev.supporters.commander.slot.CallClaim;
import dev.supporters.commander.slot.CallClaim.CallAlreadyClaimed;
import dev.supporters.commander.slot.CallClaim.ClosedCall;
import dev.supporters.commander.slot.ClaimRule;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.DecidedCommands.Outcome;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.SlotRepository;
import dev.supporters.commander.slot.SlotRepository.SlotUpdate;
import dev.supporters.commander.watch.WatcherRegistry;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.testkit.Race;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** What every repository of slots must do. */
abstract class SlotRepositoryContract {

    private SlotRepository slots;

    abstract AggregateStore<CallClaim> documents();

    @BeforeEach
    void open() {
        slots =
                new MongoSlotRepository(
                        documents(), new WatcherRegistry(new SimpleMeterRegistry()));
    }

    @Test
    void findsWhatWasPut() {
        Slot commanded = new Slot.Commanded(header("1"), command("254137", "1"));
        put(commanded);
        put(new Slot.Free(header("2")));

        assertThat(slots.find(driver("1")).orElseThrow().value()).isEqualTo(commanded);
        assertThat(slots.find(driver("3"))).isEmpty();
        assertThat(slots.findAll(List.of(driver("1"), driver("2"), driver("3")))).hasSize(2);
        assertThat(slots.findClaim(call("254137"))).contains(commanded);
        assertThat(slots.findClaim(call("1"))).isEmpty();
    }

    @Test
    void findsWhoHasOrHadACall() {
        Slot refused =
                new Slot.Commanded(header("1"), command("254137", "1"))
                        .freed(new Outcome.Refused(TOO_FAR.reason(), ""), NOW);
        Slot other =
                new Slot.Driving(header("2"), command("5", "2"))
                        .freed(new Outcome.Accepted(true), NOW);
        Slot live = new Slot.Commanded(header("3"), command("254137", "3"));
        put(refused);
        put(other);
        put(live);
        slots.close(call("6"), NOW);

        assertThat(slots.findByCalls(List.of(call("254137"), call("6"))))
                .containsExactlyInAnyOrder(refused, live);
        assertThat(slots.findByCalls(List.of(call("5")))).containsExactly(other);
        assertThat(slots.findByCalls(List.of(call("7")))).isEmpty();
        assertThat(slots.findByCalls(List.of())).isEmpty();
    }

    @Test
    void aCallHasOneClaimWhichIsReleasedAgain() {
        put(new Slot.Accepted(header("1"), command("254137", "1")));
        put(new Slot.Free(header("2")));
        put(new Slot.Free(header("3")));

        assertThatThrownBy(() -> put(new Slot.Commanded(header("2"), command("254137", "2"))))
                .isInstanceOf(CallAlreadyClaimed.class);
        assertThatThrownBy(() -> put(new Slot.Commanded(header("4"), command("254137", "4"))))
                .isInstanceOf(CallAlreadyClaimed.class);
        assertThatThrownBy(() -> slots.close(call("254137"), NOW))
                .isInstanceOf(CallAlreadyClaimed.class);

        put(new Slot.Free(header("1")));
        put(new Slot.Commanded(header("2"), command("254137", "2")));
        assertThat(slots.findClaim(call("254137")))
                .contains(new Slot.Commanded(header("2"), command("254137", "2")));
    }

    @Test
    void aClosedCallIsClaimed() {
        slots.close(call("254137"), NOW);
        slots.close(call("254137"), NOW);

        assertThat(slots.findClaim(call("254137"))).contains(new ClosedCall(call("254137"), NOW));
        assertThatThrownBy(() -> put(new Slot.Commanded(header("1"), command("254137", "1"))))
                .isInstanceOf(CallAlreadyClaimed.class);
    }

    @Test
    void saysWhetherAnythingChanged() {
        put(new Slot.Free(header("1")));

        Optional<SlotUpdate> same = slots.change(driver("1"), (slot, version) -> Optional.empty());
        Optional<SlotUpdate> none = slots.change(driver("2"), (slot, version) -> Optional.empty());

        assertThat(same.map(SlotUpdate::changed)).contains(false);
        assertThat(none).isEmpty();
    }

    @Test
    void findsOpenCommandsThatAreOverdueLongestFirst() {
        put(new Slot.Commanded(header("1"), command("1", "1")));
        put(new Slot.Commanded(header("2"), earlier(command("2", "2"))));
        put(new Slot.Accepted(header("3"), command("3", "3")));
        put(new Slot.Free(header("4")));
        slots.close(call("5"), NOW);

        assertThat(slots.overdue(NOW.plus(VETO), 10))
                .containsExactly(earlier(command("2", "2")), command("1", "1"));
        assertThat(slots.overdue(NOW.plus(VETO), 1)).hasSize(1);
        assertThat(slots.overdue(NOW.plus(VETO).minusMillis(1), 10))
                .containsExactly(earlier(command("2", "2")));
    }

    @Test
    void ofManyCallsForOneDriverOneWins() {
        put(new Slot.Free(header("1")));

        List<Boolean> won =
                Race.run(
                        IntStream.range(0, 200)
                                .<Callable<Boolean>>mapToObj(
                                        i -> () -> claim(order("" + i, "1"), driver("1")))
                                .toList());

        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void ofManyDriversForOneCallOneWins() {
        IntStream.range(0, 32).forEach(i -> put(new Slot.Free(header("" + i))));

        List<Boolean> won =
                Race.run(
                        IntStream.range(0, 32)
                                .<Callable<Boolean>>mapToObj(
                                        i -> () -> claim(order("254137", "" + i), driver("" + i)))
                                .toList());

        assertThat(won).containsOnlyOnce(true);
    }

    private boolean claim(AssignmentOrder order, DriverId driverId) {
        try {
            return slots.change(
                            driverId,
                            (slot, version) ->
                                    ClaimRule.claim(
                                            slot,
                                            order,
                                            order.candidates().getFirst(),
                                            NOW,
                                            version))
                    .orElseThrow()
                    .changed();
        } catch (CallAlreadyClaimed e) {
            return false;
        }
    }

    private void put(Slot slot) {
        slots.change(slot.driverId(), (current, version) -> Optional.of(Change.to(slot)));
    }

    private static Command earlier(Command command) {
        return new Command(
                command.commandId(),
                command.callId(),
                command.driverId(),
                command.workId(),
                command.product(),
                command.origin(),
                command.fare(),
                command.etaSeconds(),
                command.createTime(),
                command.deadlineTime().minusSeconds(1),
                command.onRefusal());
    }
}
