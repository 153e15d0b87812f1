package dev.supporters.work;

import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;
import dev.supporters.work.adapter.mongo.MongoShifts;
import dev.supporters.work.adapter.mongo.ShiftMapper;
import dev.supporters.work.clockoff.ClockOff;
import dev.supporters.work.shift.Frame;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.ShiftOrder;
import dev.supporters.work.shift.WorkEvents;
import dev.supporters.work.shift.Working;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Works in memory, on a Friday night whose window ends at 01:00 in Seoul. */
public final class Works {

    public static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");
    public static final Instant WINDOW_END = Instant.parse("2026-11-20T16:00:00Z");
    public static final int PATIENCE = 3;

    public final TestClock clock = new TestClock();
    public final InMemoryAggregateStore<Shift> documents =
            new InMemoryAggregateStore<>(new ShiftMapper());
    public final MongoShifts shifts = new MongoShifts(documents, clock);
    public final FakeEngagements engagements = new FakeEngagements();
    public final ClockOff clockOff = newClockOff();

    /** As a process has it that was just started. */
    public ClockOff newClockOff() {
        return new ClockOff(documents, shifts, engagements, clock, config());
    }

    public static WorkConfig config() {
        return new WorkConfig() {
            @Override
            public int port() {
                return 0;
            }

            @Override
            public ClockOff clockoff() {
                return new ClockOff() {
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

    public Frame frame(String driverId) {
        return new Frame(
                driverId,
                Product.PRODUCT_DRIVER,
                "seoul",
                FRIDAY,
                clock.instant(),
                WINDOW_END,
                "begin-" + driverId);
    }

    public void begun(String driverId) {
        Working working = Working.begun(frame(driverId));
        documents.change(
                id(driverId),
                "",
                (current, version) -> {
                    Change<Shift> begun =
                            WorkEvents.begun(working, version, WorkBegun.getDefaultInstance());
                    return Optional.of(begun);
                });
    }

    public static String id(String driverId) {
        return driverId + "-driver-" + FRIDAY;
    }

    public Shift now(String driverId) {
        return documents.find(id(driverId)).orElseThrow().value();
    }

    public static ShiftOrder order(String requestId, String driverId) {
        return new ShiftOrder(requestId, driverId, Product.PRODUCT_DRIVER);
    }

    public List<WorkEvent> told() {
        return documents.published().stream().map(event -> (WorkEvent) event.payload()).toList();
    }

    public List<WorkEvent.EventCase> toldCases() {
        return told().stream().map(WorkEvent::getEventCase).toList();
    }
}
