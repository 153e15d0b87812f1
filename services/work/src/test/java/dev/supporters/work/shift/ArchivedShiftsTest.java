package dev.supporters.work.shift;

import static dev.supporters.work.Refused.assertRefused;
import static dev.supporters.work.TestShifts.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;
import dev.supporters.work.FakeSlotClient;
import dev.supporters.work.TestShifts;
import dev.supporters.work.adapter.mongo.MongoShiftRepository;
import dev.supporters.work.adapter.mongo.WorkStores;
import dev.supporters.work.clockoff.ClockOffService;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;

/** What a request or an event of a shift that ended long ago finds. */
class ArchivedShiftsTest {

    private static final DriverId DRIVER = new DriverId("d1");
    private static final WorkId ID = TestShifts.id("d1");

    @AutoClose private static final TestStore STORE = new TestStore();

    private final TestClock clock = new TestClock();
    private final MongoDatabase database = STORE.database();
    private final AggregateStore<Shift> store = STORE.open(WorkStores.WORKS, clock, database);
    private final MongoShiftRepository shifts = new MongoShiftRepository(store, clock);
    private final FakeSlotClient slots = new FakeSlotClient();
    private final ShiftService service =
            new ShiftService(
                    store,
                    shifts,
                    new AskedChanges(store, shifts, slots, new SimpleMeterRegistry()),
                    clock);

    @BeforeEach
    void aShiftThatEndedDaysAgo() {
        // Given
        store.change(
                ID.value(),
                "",
                (current, version) ->
                        Optional.of(
                                Change.to(Shift.Working.begun(new TestShifts().details("d1"), 1))));
        service.end(order("end-1", "d1"));
        clock.advance(Duration.ofDays(30));
        // archived once its events are published
        await().untilAsserted(() -> {
            clock.tick();
            assertThat(database.getCollection("works").countDocuments()).isZero();
        });
    }

    @Test
    void isStillTheDriversNewest() {
        assertThat(shifts.newest(DRIVER, Product.PRODUCT_DRIVER))
                .map(Versioned::value)
                .containsInstanceOf(Shift.Ended.class);
    }

    @Test
    void answersTheEndThatIsSentAgain() {
        Versioned<Shift> again = service.end(order("end-1", "d1"));

        assertThat(again.repeated()).isTrue();
        assertThat(again.value()).isInstanceOf(Shift.Ended.class);
        assertThat(slots.asked()).containsExactly("close d1");
    }

    @Test
    void refusesAnotherEndAndARest() {
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING, () -> service.end(order("end-2", "d1")));
        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING, () -> service.rest(order("rest-1", "d1")));
    }

    @Test
    void isNotChangedByALateEndOfADrive() {
        // Given
        Versioned<Shift> before = store.find(ID.value()).orElseThrow();
        // When
        new ClockOffService(
                        store,
                        shifts,
                        slots,
                        new AskedChanges(store, shifts, slots, new SimpleMeterRegistry()),
                        clock,
                        TestShifts.config(),
                        Executors.newVirtualThreadPerTaskExecutor(),
                        new SimpleMeterRegistry())
                .driveEnded(ID, clock.instant(), "event-1");
        // Then
        assertThat(store.find(ID.value())).map(Versioned::value).contains(before.value());
        assertThat(store.find(ID.value())).map(Versioned::version).contains(before.version());
    }
}
