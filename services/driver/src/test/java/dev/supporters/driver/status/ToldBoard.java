package dev.supporters.driver.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.driver.adapter.mongo.TrackMapper;
import dev.supporters.driver.roster.DriverId;
import dev.supporters.driver.status.EngagementStep.Phase;
import dev.supporters.driver.status.WorkStep.Standing;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.DispatchState;
import dev.supporters.testkit.InMemoryAggregateStore;

import java.time.Duration;
import java.time.Instant;

/** A board and what the topics tell it of one driver, by minutes after 21:00 on Friday in Seoul. */
final class ToldBoard {

    static final WorkId FRIDAY = new WorkId("1004550-driver-2026-11-20");
    static final WorkId SATURDAY = new WorkId("1004550-driver-2026-11-21");

    private static final DriverId DRIVER = new DriverId("1004550");
    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

    private final StatusBoard board =
            new StatusBoard(new InMemoryAggregateStore<>(new TrackMapper()));

    /** The Friday's first event: the driver works. */
    ToldBoard begin() {
        work(FRIDAY, 1, Standing.WORKING, 0);
        return this;
    }

    void work(WorkId workId, long version, Standing standing, int minute) {
        board.note(
                DRIVER,
                Product.PRODUCT_DRIVER,
                new WorkStep(workId, version, standing, at(minute)));
    }

    void activity(WorkId workId, long version, Phase phase, int minute) {
        board.note(
                DRIVER,
                Product.PRODUCT_DRIVER,
                new EngagementStep(workId, "c1", version, phase, at(minute)));
    }

    void isNow(DispatchState state, String callId, Instant since, int completed) {
        assertThat(board.situation(DRIVER, Product.PRODUCT_DRIVER))
                .isEqualTo(new Situation(state, callId, since, completed));
    }

    static Instant at(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }
}
