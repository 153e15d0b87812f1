package dev.supporters.move.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.move.adapter.mongo.MoveStores;
import dev.supporters.move.proposal.WorkStep.Standing;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.move.v1.MoveState;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A driver's Friday night and its moves, in memory; instants are seconds from its start. */
final class Night {

    static final DriverId DRIVER = new DriverId("1004550");
    static final WorkId FRIDAY = new WorkId("1004550-driver-2026-11-20");
    static final WorkId SATURDAY = new WorkId("1004550-driver-2026-11-21");
    static final Instant START = TestClock.FRIDAY_NIGHT;
    static final Destination PANGYO =
            new Destination("37.394726", "127.111209", "판교역 신분당선 3번출구", "");

    private final TestClock clock = new TestClock(START);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final InMemoryAggregateStore<DriverMoves> documents =
            new InMemoryAggregateStore<>(MoveStores.MOVES);
    final Moves moves = moves(1);

    Moves moves(double rate) {
        return moves(rate, clock);
    }

    Moves moves(double rate, TestClock itsClock) {
        Patience patience = new Patience(Duration.ofSeconds(30), rate);
        return new Moves(
                documents, this::due, new SignalMeter(meters), itsClock, itsClock, patience);
    }

    private List<DriverId> due(Instant now, int limit) {
        return documents
                .find("1004550")
                .filter(found -> found.value().due().filter(due -> !due.isAfter(now)).isPresent())
                .map(found -> DRIVER)
                .stream()
                .toList();
    }

    void begin() {
        work(FRIDAY, 1, Standing.WORKING, 0);
    }

    void work(WorkId workId, long version, Standing standing, int second) {
        moves.note(
                DRIVER,
                new WorkStep(workId, Product.PRODUCT_DRIVER, version, standing, at(second)));
    }

    void activity(WorkId workId, long version, boolean live, int second) {
        moves.note(DRIVER, new EngagementStep(workId, version, live, at(second)));
    }

    void signal(String moveId, int expireSecond) {
        moves.signal("event-" + moveId, DRIVER, order(moveId, expireSecond));
    }

    void goTo(int second) {
        clock.set(at(second));
    }

    Optional<Move> active() {
        return moves.active(DRIVER, Product.PRODUCT_DRIVER);
    }

    double counted(String result) {
        return meters.counter("supporters_move_signals_total", "result", result).count();
    }

    /** What was told: which move became what, and when. */
    List<String> told() {
        return documents.published().stream()
                .map(event -> (MoveEvent) event.payload())
                .map(event ->
                        event.getChanged().getMove().getMoveId()
                                + " "
                                + name(event.getChanged().getMove().getState())
                                + " "
                                + Duration.between(START, Timestamps.instant(event.getEventTime()))
                                        .toSeconds())
                .toList();
    }

    private static String name(MoveState state) {
        return state.name().substring("MOVE_STATE_".length());
    }

    static MoveOrder order(String moveId, int expireSecond) {
        return new MoveOrder(moveId, Product.PRODUCT_DRIVER, PANGYO, at(expireSecond), "deficit@1");
    }

    static Instant at(int second) {
        return START.plusSeconds(second);
    }

    static void refused(ThrowingCallable call, ErrorReason reason, String offending) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason()).isEqualTo(reason);
                            assertThat(refusal.offending()).isEqualTo(offending);
                        });
    }
}
