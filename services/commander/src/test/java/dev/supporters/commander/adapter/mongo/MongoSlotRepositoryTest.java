package dev.supporters.commander.adapter.mongo;

import static dev.supporters.commander.Samples.NOW;
import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.slot.CallClaim;
import dev.supporters.commander.slot.CallClaim.ClosedCall;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.SlotRepository;
import dev.supporters.commander.watch.WatcherRegistry;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class MongoSlotRepositoryTest extends SlotRepositoryContract {

    @AutoClose private static final TestStore STORE = new TestStore();

    @Override
    AggregateStore<CallClaim> documents() {
        return STORE.open(SlotStores.SLOTS, new TestClock());
    }

    @Test
    void aClosedCallIsDeletedWhenItsRetentionIsOverAndASlotNever() {
        TestClock clock = new TestClock(NOW);
        AggregateStore<CallClaim> documents = STORE.open(SlotStores.SLOTS, clock);
        SlotRepository slots =
                new MongoSlotRepository(documents, new WatcherRegistry(new SimpleMeterRegistry()));
        slots.close(call("254137"), NOW);
        slots.change(
                driver("7"), (slot, version) -> Optional.of(Change.to(new Slot.Free(header("7")))));

        clock.advance(TestStore.RETENTION.minusMillis(1));
        clock.tick();
        Optional<CallClaim> before = slots.findClaim(call("254137"));
        clock.advance(Duration.ofMillis(1));
        clock.tick();

        assertThat(before).contains(new ClosedCall(call("254137"), NOW));
        assertThat(slots.findClaim(call("254137"))).isEmpty();
        assertThat(slots.find(driver("7"))).isPresent();
    }
}
