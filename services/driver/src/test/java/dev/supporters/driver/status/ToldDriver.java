package dev.supporters.driver.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.driver.adapter.mongo.DriverStores;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.DispatchState;
import dev.supporters.testkit.InMemoryAggregateStore;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One driver and what the topics tell of the driver, by minutes after 21:00 on Friday in Seoul. */
final class ToldDriver {

    private static final DriverId DRIVER = new DriverId("1004550");
    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

    static final WorkId FRIDAY =
            WorkId.of(DRIVER, Product.PRODUCT_DRIVER, LocalDate.parse("2026-11-20"));
    static final WorkId SATURDAY =
            WorkId.of(DRIVER, Product.PRODUCT_DRIVER, LocalDate.parse("2026-11-21"));

    private final DriverStatusService statuses =
            new DriverStatusService(new InMemoryAggregateStore<>(DriverStores.DISPATCH_STATUS));

    /** The Friday's first event: the driver works. */
    ToldDriver begin() {
        work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        return this;
    }

    void work(WorkId workId, long version, WorkStep.State state, int minute) {
        statuses.apply(
                new WorkStep(
                        DRIVER,
                        workId,
                        Product.PRODUCT_DRIVER,
                        "seoul",
                        version,
                        state,
                        at(minute)));
    }

    void activity(WorkId workId, long version, EngagementStep.State state, int minute) {
        statuses.apply(
                new EngagementStep(
                        DRIVER,
                        new CallId("c1"),
                        "command-1",
                        workId,
                        Product.PRODUCT_DRIVER,
                        version,
                        state,
                        at(minute)));
    }

    /** Without a call: the driver has no live command or drive. */
    void isNow(DispatchState state, Instant since, int completed) {
        assertThat(statuses.status(DRIVER, Product.PRODUCT_DRIVER))
                .isEqualTo(new DriverStatus(state, Optional.empty(), since, completed));
    }

    void isNow(DispatchState state, String callId, Instant since, int completed) {
        assertThat(statuses.status(DRIVER, Product.PRODUCT_DRIVER))
                .isEqualTo(
                        new DriverStatus(state, Optional.of(new CallId(callId)), since, completed));
    }

    static Instant at(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }
}
