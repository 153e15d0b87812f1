package dev.supporters.move.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.Place;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.move.adapter.mongo.MoveStores;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.AggregateStore;
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
import java.util.stream.Stream;

/** A driver's Friday night and its moves, in memory; instants are seconds from its start. */
final class Night {

    static final DriverId DRIVER = new DriverId("1004550");
    static final WorkId FRIDAY = WorkId.ofStored("1004550-driver-2026-11-20");
    static final WorkId SATURDAY = WorkId.ofStored("1004550-driver-2026-11-21");
    static final Instant START = TestClock.FRIDAY_NIGHT;
    static final Place PANGYO = new Place("37.394726", "127.111209", "판교역 신분당선 3번출구", "");

    private final TestClock clock = new TestClock(START);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SignalMetrics metrics = new SignalMetrics(meters);
    final InMemoryAggregateStore<DriverMoves> documents =
            new InMemoryAggregateStore<>(MoveStores.MOVES);
    final RegionBoundsProjection regions = new RegionBoundsProjection(1_000, clock);
    final ProposalService proposals = proposals(1);

    ProposalService proposals(double rate) {
        return proposals(rate, clock);
    }

    ProposalService proposals(double rate, TestClock itsClock) {
        return proposals(rate, itsClock, this::due, documents);
    }

    /** With a driver before ours whose document nobody can read. */
    ProposalService proposalsAfterUnreadable(TestClock itsClock) {
        DriverId unreadable = new DriverId("unreadable");
        return proposals(
                1,
                itsClock,
                (now, limit) ->
                        Stream.concat(Stream.of(unreadable), due(now, limit).stream()).toList(),
                new UnreadableDocument<>(documents, unreadable.value()));
    }

    double overdueDrivers() {
        return meters.get("supporters_move_overdue_drivers").gauge().value();
    }

    private ProposalService proposals(
            double rate,
            TestClock itsClock,
            DueMovesRepository dueMoves,
            AggregateStore<DriverMoves> store) {
        WaitLimit waitLimit = new WaitLimit(Duration.ofSeconds(30), rate);
        return new ProposalService(
                store,
                dueMoves,
                metrics,
                itsClock,
                itsClock,
                waitLimit,
                regions,
                Duration.ofHours(24));
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
        work(FRIDAY, 1, WorkStep.State.WORKING, 0);
    }

    void work(WorkId workId, long version, WorkStep.State state, int second) {
        proposals.apply(
                new WorkStep(
                        DRIVER,
                        workId,
                        Product.PRODUCT_DRIVER,
                        "seoul",
                        version,
                        state,
                        at(second)));
    }

    void activity(WorkId workId, long version, EngagementStep.State state, int second) {
        proposals.apply(
                new EngagementStep(
                        DRIVER,
                        new CallId("254137"),
                        "command-1",
                        workId,
                        Product.PRODUCT_DRIVER,
                        version,
                        state,
                        at(second)));
    }

    void signal(String moveId, int expireSecond) {
        proposals.signal("event-" + moveId, DRIVER, signalOf(moveId, expireSecond));
    }

    void goTo(int second) {
        clock.set(at(second));
    }

    Optional<Move> active() {
        return proposals.active(DRIVER, Product.PRODUCT_DRIVER).move();
    }

    double changes(String kind, String state) {
        return meters.counter("supporters_move_changes_total", "kind", kind, "state", state)
                .count();
    }

    double counted(String result) {
        return meters.counter("supporters_move_signals_total", "result", result).count();
    }

    /** What was published: which move became what, and when. */
    List<String> published() {
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

    static MoveSignal signalOf(String moveId, int expireSecond) {
        return signalTo(PANGYO, moveId, expireSecond);
    }

    static MoveSignal signalTo(Place destination, String moveId, int expireSecond) {
        return new MoveSignal(
                moveId,
                Product.PRODUCT_DRIVER,
                new MoveSignal.GoTo(destination),
                at(expireSecond),
                "deficit@1",
                Optional.empty());
    }

    static MoveSignal restSignal(String adviceId, int expireSecond) {
        return new MoveSignal(
                adviceId,
                Product.PRODUCT_DRIVER,
                new MoveSignal.Rest(),
                at(expireSecond),
                "rest@1",
                Optional.empty());
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
