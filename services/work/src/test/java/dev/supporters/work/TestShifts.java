package dev.supporters.work;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.work.v1.WorkType;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;
import dev.supporters.work.adapter.mongo.MongoShiftRepository;
import dev.supporters.work.adapter.mongo.WorkStores;
import dev.supporters.work.clockoff.ClockOffService;
import dev.supporters.work.shift.ActivityModeService;
import dev.supporters.work.shift.AskedChanges;
import dev.supporters.work.shift.BeginZone;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.ShiftDetails;
import dev.supporters.work.shift.ShiftService.ShiftOrder;
import dev.supporters.work.shift.WorkEvents;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Shifts in memory, on a Friday night whose window ends at 01:00 in Seoul. */
public final class TestShifts {

    public static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");
    public static final Instant WINDOW_END = Instant.parse("2026-11-20T16:00:00Z");
    public static final int PATIENCE = 3;

    public final TestClock clock = new TestClock();
    public final InMemoryAggregateStore<Shift> store =
            new InMemoryAggregateStore<>(WorkStores.WORKS);
    public final MongoShiftRepository repository = new MongoShiftRepository(store, clock);
    public final FakeSlotClient slots = new FakeSlotClient();
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final AskedChanges asked = new AskedChanges(store, repository, slots, meters);
    public final ClockOffService clockOff = newClockOff();
    public final ActivityModeService modes =
            new ActivityModeService(store, repository, asked, clock);

    /** As a process has it that was just started. */
    public ClockOffService newClockOff() {
        return new ClockOffService(
                store,
                repository,
                slots,
                asked,
                clock,
                config(),
                Executors.newVirtualThreadPerTaskExecutor(),
                meters);
    }

    public static WorkConfig config() {
        return new WorkConfig() {
            @Override
            public int port() {
                return 0;
            }

            @Override
            public boolean generalDrives() {
                return true;
            }

            @Override
            public ClockOffConfig clockoff() {
                return new ClockOffConfig() {
                    @Override
                    public boolean enabled() {
                        return true;
                    }

                    @Override
                    public Duration every() {
                        return Duration.ofSeconds(1);
                    }

                    @Override
                    public int patience() {
                        return PATIENCE;
                    }
                };
            }
        };
    }

    public ShiftDetails details(String driverId) {
        return new ShiftDetails(
                new DriverId(driverId),
                Product.PRODUCT_DRIVER,
                WorkType.WORK_TYPE_HOURLY,
                "seoul",
                FRIDAY,
                clock.instant(),
                WINDOW_END,
                "begin-" + driverId,
                BeginZone.region("switched_off"));
    }

    public void begun(String driverId) {
        Shift.Working working = Shift.Working.begun(details(driverId), 0);
        store.change(
                id(driverId).value(),
                "",
                (current, version) -> {
                    Change<Shift> begun =
                            WorkEvents.begun(working, version, WorkBegun.getDefaultInstance());
                    return Optional.of(begun);
                });
    }

    public static WorkId id(String driverId) {
        return WorkId.of(new DriverId(driverId), Product.PRODUCT_DRIVER, FRIDAY);
    }

    public Shift now(String driverId) {
        return store.find(id(driverId).value()).orElseThrow().value();
    }

    public static ShiftOrder order(String requestId, String driverId) {
        return new ShiftOrder(requestId, new DriverId(driverId), Product.PRODUCT_DRIVER);
    }

    public List<WorkEvent> told() {
        return store.published().stream().map(event -> (WorkEvent) event.payload()).toList();
    }

    public List<WorkEvent.EventCase> toldCases() {
        return told().stream().map(WorkEvent::getEventCase).toList();
    }
}
