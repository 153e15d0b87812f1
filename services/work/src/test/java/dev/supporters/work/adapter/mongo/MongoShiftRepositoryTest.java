package dev.supporters.work.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.work.v1.WorkType;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;
import dev.supporters.work.TestShifts;
import dev.supporters.work.shift.BeginZone;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.Shift.EndReason;
import dev.supporters.work.shift.Shift.Ended;
import dev.supporters.work.shift.Shift.Working;
import dev.supporters.work.shift.ShiftDetails;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

class MongoShiftRepositoryTest {

    @AutoClose private static final TestStore STORE = new TestStore();

    private final TestClock clock = new TestClock();
    private final AggregateStore<Shift> store = STORE.open(WorkStores.WORKS, clock);
    private final MongoShiftRepository shifts = new MongoShiftRepository(store, clock);

    @Test
    void findsTheNewestShift() {
        // Given
        keep(working("d1", "2026-11-19"));
        keep(working("d1", "2026-11-20"));
        keep(working("d2", "2026-11-20"));
        // Then
        assertThat(shifts.newest(new DriverId("d1"), Product.PRODUCT_DRIVER))
                .map(Versioned::id)
                .contains("d1-driver-2026-11-20");
        assertThat(shifts.newest(new DriverId("d3"), Product.PRODUCT_DRIVER)).isEmpty();
    }

    @Test
    void findsTheNewestShiftHoweverLongAgoItWas() {
        keep(working("d1", "2025-01-01"));
        keep(working("d1", "2025-02-01"));

        assertThat(shifts.newest(new DriverId("d1"), Product.PRODUCT_DRIVER))
                .map(Versioned::id)
                .contains("d1-driver-2025-02-01");
    }

    @Test
    void findsOverdueShiftsThatHaveNotEnded() {
        // Given
        ShiftDetails ended = working("d1", "2026-11-19").details();
        keep(new Ended(ended, Duration.ZERO, ended.windowEnd(), EndReason.WINDOW));
        keep(working("d2", "2026-11-19"));
        keep(working("d3", "2026-11-18"));
        keep(working("d4", "2026-11-20"));
        // Then
        assertThat(shifts.overdue(Instant.parse("2026-11-19T16:00:00Z"), 10))
                .extracting(Versioned::id)
                .containsExactly("d3-driver-2026-11-18", "d2-driver-2026-11-19");
    }

    @Test
    void findsWhoBeganInAZoneAndIsStillAtWork() {
        // Given
        Working here = working("d1", "2026-11-20", "88392b1");
        keep(here);
        keep(working("d2", "2026-11-20", "88392b1"));
        keep(working("d3", "2026-11-20", "88392b2"));
        keep(working("d4", "2026-11-19", "88392b1"));
        ShiftDetails ended = working("d5", "2026-11-20", "88392b1").details();
        keep(new Ended(ended, Duration.ZERO, ended.begin(), EndReason.WINDOW));
        // Then
        Instant now = Instant.parse("2026-11-20T13:00:00Z");
        assertThat(shifts.openInZone("88392b1", here.details(), now, 10))
                .extracting(Versioned::id)
                .containsExactlyInAnyOrder("d1-driver-2026-11-20", "d2-driver-2026-11-20");
        assertThat(shifts.openInZone("88392b1", here.details(), TestShifts.WINDOW_END, 10))
                .isEmpty();
    }

    @Test
    void knowsWhenTheNextWindowEnds() {
        keep(working("d2", "2026-11-19"));
        keep(working("d4", "2026-11-20"));

        assertThat(shifts.nextWindowEnd(Instant.parse("2026-11-19T16:00:00Z")))
                .contains(TestShifts.WINDOW_END);
        assertThat(shifts.nextWindowEnd(TestShifts.WINDOW_END)).isEmpty();
    }

    private void keep(Shift shift) {
        store.change(
                shift.details().id().value(),
                "",
                (current, version) -> Optional.of(Change.to(shift)));
    }

    private static Working working(String driverId, String businessDate) {
        return working(driverId, businessDate, BeginZone.UNKNOWN);
    }

    private static Working working(String driverId, String businessDate, String zoneId) {
        return working(driverId, businessDate, new BeginZone(zoneId, zoneId, ""));
    }

    private static Working working(String driverId, String businessDate, BeginZone zone) {
        Instant begin = Instant.parse(businessDate + "T12:00:00Z");
        return Working.begun(
                new ShiftDetails(
                        new DriverId(driverId),
                        Product.PRODUCT_DRIVER,
                        WorkType.WORK_TYPE_HOURLY,
                        "seoul",
                        LocalDate.parse(businessDate),
                        begin,
                        begin.plus(Duration.ofHours(4)),
                        "r-" + businessDate,
                        zone),
                1);
    }
}
