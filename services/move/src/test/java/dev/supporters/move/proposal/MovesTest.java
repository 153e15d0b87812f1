package dev.supporters.move.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.move.adapter.mongo.DriverMovesMapper;
import dev.supporters.move.proposal.WorkStep.Standing;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.move.v1.MoveState;
import dev.supporters.testkit.InMemoryDocuments;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class MovesTest {

    private static final DriverId DRIVER = new DriverId("1004550");
    private static final WorkId FRIDAY = new WorkId("1004550-driver-2026-11-20");
    private static final WorkId SATURDAY = new WorkId("1004550-driver-2026-11-21");
    private static final Instant START = TestClock.FRIDAY_NIGHT;
    private static final Destination PANGYO =
            new Destination("37.394726", "127.111209", "판교역 신분당선 3번출구", "");

    private final TestClock clock = new TestClock(START);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InMemoryDocuments<DriverMoves> documents =
            new InMemoryDocuments<>(new DriverMovesMapper());
    private final Moves moves = moves(1);

    @Test
    void proposesAMoveToWhoIsIdle() {
        // Given
        begin();

        // When
        signal("m1", 600);

        // Then
        Move active = active().orElseThrow();
        assertThat(active).isInstanceOf(Move.Proposed.class);
        assertThat(active.order()).isEqualTo(order("m1", 600));
        assertThat(active.createTime()).isEqualTo(START);
        assertThat(told()).containsExactly("m1 PROPOSED 0");
        assertThat(counted("proposed")).isEqualTo(1);
    }

    @Test
    void tellsTheWholeMove() {
        // Given
        begin();

        // When
        signal("m1", 600);

        // Then
        Event event = documents.published().getFirst();
        MoveEvent told = (MoveEvent) event.payload();
        assertThat(event.topic()).isEqualTo(Topics.MOVES);
        assertThat(event.key()).isEqualTo("1004550");
        assertThat(told.getChanged().getWorkId()).isEqualTo(FRIDAY.value());
        assertThat(told.getChanged().getMove().getDestination().getPoi()).isEqualTo(PANGYO.poi());
        assertThat(told.getChanged().getMove().getDestination().getLat()).isEqualTo("37.394726");
        assertThat(told.getChanged().getMove().getExpireTime()).isEqualTo(Timestamps.of(at(600)));
        assertThat(told.getChanged().getMove().getDriverId()).isEqualTo("1004550");
    }

    @Test
    void aNewerMoveSupersedesAnOlderOne() {
        // Given
        begin();
        signal("m1", 600);

        // When
        goTo(10);
        signal("m2", 700);

        // Then
        assertThat(active().map(Move::moveId)).contains("m2");
        assertThat(told()).containsExactly("m1 PROPOSED 0", "m1 SUPERSEDED 10", "m2 PROPOSED 10");
    }

    @Test
    void aSignalThatComesAgainChangesNothing() {
        // Given
        begin();
        moves.signal("e1", DRIVER, order("m1", 600));

        // When
        moves.signal("e1", DRIVER, order("m1", 600));
        moves.signal("e2", DRIVER, order("m1", 600));

        // Then
        assertThat(told()).containsExactly("m1 PROPOSED 0");
        assertThat(counted("duplicate")).isEqualTo(1);
    }

    @Test
    void aMoveThatEndedDoesNotComeBackWithItsSignal() {
        // Given
        begin();
        signal("m1", 600);
        moves.answer("r1", DRIVER, "m1", false);

        // When
        moves.signal("again", DRIVER, order("m1", 600));

        // Then
        assertThat(active()).isEmpty();
    }

    @Test
    void dropsWhatComesAfterItsOwnTime() {
        // Given
        begin();

        // When
        signal("m1", 0);

        // Then
        assertThat(active()).isEmpty();
        assertThat(counted("expired")).isEqualTo(1);
    }

    @Test
    void dropsASignalForWhoHasACommandOrRestsOrIsPastTheWindow() {
        begin();
        activity(FRIDAY, 2, true, 1);
        signal("m1", 600);
        activity(FRIDAY, 3, false, 2);
        work(FRIDAY, 2, Standing.RESTING, 3);
        signal("m2", 600);
        work(FRIDAY, 3, Standing.ENDING, 4);
        signal("m3", 600);

        assertThat(active()).isEmpty();
        assertThat(told()).isEmpty();
        assertThat(counted("engaged")).isEqualTo(1);
        assertThat(counted("resting")).isEqualTo(1);
        assertThat(counted("ending")).isEqualTo(1);
    }

    @Test
    void aSignalThatCameBeforeTheBeginIsProposedWithIt() {
        // Given
        signal("m1", 600);

        // When
        goTo(29);
        begin();

        // Then
        assertThat(active().map(Move::moveId)).contains("m1");
        assertThat(told()).containsExactly("m1 PROPOSED 29");
        assertThat(counted("proposed")).isEqualTo(1);
    }

    @Test
    void aSignalWaitsForABeginNoLongerThanThePatience() {
        // Given
        signal("m1", 600);

        // When
        goTo(30);
        begin();

        // Then
        assertThat(active()).isEmpty();
        assertThat(counted("off_work")).isEqualTo(1);
    }

    @Test
    void aSignalWaitsNoLongerThanItsOwnTime() {
        // Given
        signal("m1", 10);

        // When
        goTo(10);
        begin();

        // Then
        assertThat(active()).isEmpty();
        assertThat(counted("off_work")).isEqualTo(1);
    }

    @Test
    void waitsInRealTimeHoweverFastTheClockRuns() {
        // Given
        Moves fast = moves(10);
        fast.signal("e1", DRIVER, order("m1", 600));

        // When
        goTo(299);
        begin();

        // Then
        assertThat(active().map(Move::moveId)).contains("m1");
    }

    @Test
    void ofSignalsThatWaitTheNewestIsProposed() {
        // Given
        signal("m1", 600);
        signal("m2", 600);

        // When
        begin();

        // Then
        assertThat(told()).containsExactly("m2 PROPOSED 0");
        assertThat(counted("superseded")).isEqualTo(1);
        assertThat(counted("proposed")).isEqualTo(1);
    }

    @Test
    void aSignalForAWorkThatEndedIsCountedWhenItHasWaited() {
        // Given
        begin();
        work(FRIDAY, 2, Standing.ENDED, 5);
        signal("m1", 600);

        // When
        goTo(31);

        // Then
        assertThat(active()).isEmpty();
        assertThat(counted("off_work")).isEqualTo(1);
    }

    @Test
    void aCommandSupersedesTheMove() {
        // Given
        begin();
        signal("m1", 600);

        // When
        activity(FRIDAY, 2, true, 20);

        // Then
        assertThat(active()).isEmpty();
        assertThat(told()).containsExactly("m1 PROPOSED 0", "m1 SUPERSEDED 20");
    }

    @Test
    void aRestSupersedesTheMove() {
        // Given
        begin();
        signal("m1", 600);
        moves.answer("r1", DRIVER, "m1", true);

        // When
        work(FRIDAY, 2, Standing.RESTING, 20);

        // Then
        assertThat(active()).isEmpty();
        assertThat(told()).containsExactly("m1 PROPOSED 0", "m1 ACCEPTED 0", "m1 SUPERSEDED 20");
    }

    @Test
    void theEndOfTheWorkSupersedesTheMove() {
        // Given
        begin();
        signal("m1", 600);

        // When
        work(FRIDAY, 2, Standing.ENDED, 20);

        // Then
        assertThat(told()).containsExactly("m1 PROPOSED 0", "m1 SUPERSEDED 20");
    }

    @Test
    void aCauseThatIsOlderThanTheMoveEndsItWhenItWasProposed() {
        // Given
        begin();
        goTo(10);
        signal("m1", 600);

        // When
        activity(FRIDAY, 2, true, 5);

        // Then
        assertThat(told()).containsExactly("m1 PROPOSED 10", "m1 SUPERSEDED 10");
    }

    @Test
    void afterTheDriveTheDriverIsIdleAgain() {
        // Given
        begin();
        activity(FRIDAY, 2, true, 1);
        activity(FRIDAY, 5, false, 100);

        // When
        signal("m1", 600);

        // Then
        assertThat(active()).isPresent();
    }

    @Test
    void anEngagementOfAnOlderWorkIsOver() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, -90_000);
        activity(FRIDAY, 2, true, -80_000);
        work(FRIDAY, 2, Standing.ENDED, -70_000);
        work(SATURDAY, 1, Standing.WORKING, 0);

        // When
        signal("m1", 600);

        // Then
        assertThat(active()).isPresent();
    }

    @Test
    void whatTheTopicsTellAgainChangesNothing() {
        // Given
        begin();
        activity(FRIDAY, 2, true, 1);
        activity(FRIDAY, 3, false, 2);
        signal("m1", 600);

        // When
        activity(FRIDAY, 2, true, 1);
        begin();

        // Then
        assertThat(active()).isPresent();
        assertThat(told()).containsExactly("m1 PROPOSED 0");
    }

    @Test
    void expiresAtItsInstant() {
        // Given
        begin();
        signal("m1", 600);

        // When
        goTo(601);

        // Then
        assertThat(active()).isEmpty();
        assertThat(told()).containsExactly("m1 PROPOSED 0", "m1 EXPIRED 600");
    }

    @Test
    void theSweepEndsWhatAnAlarmMissed() {
        // Given
        begin();
        signal("m1", 600);
        TestClock restarted = new TestClock(at(605));
        Moves afterRestart = moves(1, restarted);

        // When
        afterRestart.sweep();

        // Then
        assertThat(told()).containsExactly("m1 PROPOSED 0", "m1 EXPIRED 600");
    }

    @Test
    void isNotActiveAfterItsTimeEvenBeforeItIsSwept() {
        // Given
        begin();
        signal("m1", 600);
        Moves beforeSweep = moves(1, new TestClock(at(600)));

        // When and then
        assertThat(beforeSweep.active(DRIVER, Product.PRODUCT_DRIVER)).isEmpty();
        refused(
                () -> beforeSweep.answer("r1", DRIVER, "m1", true),
                ErrorReason.ERROR_REASON_MOVE_ENDED,
                "move_id: m1, EXPIRED");
    }

    @Test
    void anAcceptedMoveExpiresToo() {
        // Given
        begin();
        signal("m1", 600);
        goTo(5);
        moves.answer("r1", DRIVER, "m1", true);

        // When
        goTo(700);

        // Then
        assertThat(told()).containsExactly("m1 PROPOSED 0", "m1 ACCEPTED 5", "m1 EXPIRED 600");
    }

    @Test
    void acceptingIsIdempotent() {
        // Given
        begin();
        signal("m1", 600);

        // When
        Move first = moves.answer("r1", DRIVER, "m1", true);
        Move sameRequest = moves.answer("r1", DRIVER, "m1", true);
        Move another = moves.answer("r2", DRIVER, "m1", true);

        // Then
        assertThat(first).isInstanceOf(Move.Accepted.class);
        assertThat(sameRequest).isEqualTo(first);
        assertThat(another).isEqualTo(first);
        assertThat(active()).contains(first);
        assertThat(told()).containsExactly("m1 PROPOSED 0", "m1 ACCEPTED 0");
    }

    @Test
    void decliningIsIdempotent() {
        // Given
        begin();
        signal("m1", 600);

        // When
        Move first = moves.answer("r1", DRIVER, "m1", false);
        Move another = moves.answer("r2", DRIVER, "m1", false);

        // Then
        assertThat(another).isEqualTo(first);
        assertThat(active()).isEmpty();
        assertThat(told()).containsExactly("m1 PROPOSED 0", "m1 DECLINED 0");
    }

    @Test
    void aDriverMayDeclineAfterAccepting() {
        // Given
        begin();
        signal("m1", 600);
        moves.answer("r1", DRIVER, "m1", true);

        // When
        moves.answer("r2", DRIVER, "m1", false);

        // Then
        assertThat(told()).last().isEqualTo("m1 DECLINED 0");
    }

    @Test
    void refusesAnotherAnswerToWhatHasEnded() {
        // Given
        begin();
        signal("m1", 600);
        moves.answer("r1", DRIVER, "m1", false);
        signal("m2", 600);
        activity(FRIDAY, 2, true, 1);

        // When and then
        refused(
                () -> moves.answer("r2", DRIVER, "m1", true),
                ErrorReason.ERROR_REASON_MOVE_ENDED,
                "move_id: m1, DECLINED");
        refused(
                () -> moves.answer("r3", DRIVER, "m2", false),
                ErrorReason.ERROR_REASON_MOVE_ENDED,
                "move_id: m2, SUPERSEDED");
    }

    @Test
    void refusesAnAnswerToWhatWasNeverProposed() {
        // Given
        signal("m1", 600);

        // When and then
        refused(
                () -> moves.answer("r1", DRIVER, "m1", true),
                ErrorReason.ERROR_REASON_MOVE_NOT_FOUND,
                "move_id: m1");
        refused(
                () -> moves.answer("r1", new DriverId("2"), "m1", true),
                ErrorReason.ERROR_REASON_MOVE_NOT_FOUND,
                "move_id: m1");
    }

    @Test
    void refusesFieldsOutOfTheirBounds() {
        invalid(() -> moves.answer("", DRIVER, "m1", true), "request_id: nothing");
        invalid(() -> moves.answer("r1", DRIVER, "", true), "move_id: nothing");
        invalid(
                () -> moves.active(DRIVER, Product.PRODUCT_UNSPECIFIED),
                "product: PRODUCT_UNSPECIFIED");
        invalid(() -> new Destination("91", "127", "", ""), "destination.lat: 91.0");
        invalid(() -> new Destination("37", "east", "", ""), "destination.lng: east");
        invalid(() -> new Destination("37", "", "", ""), "destination.lng: nothing");
        invalid(
                () -> new Destination("37", "127", "x".repeat(201), ""),
                "destination.poi: 201 characters");
    }

    @Test
    void theLastTwentyMovesAreRemembered() {
        // Given
        begin();

        // When
        for (int i = 0; i < 30; i++) {
            signal("m" + i, 600);
        }

        // Then
        List<Move.Over> past = documents.find("1004550").orElseThrow().value().past();
        assertThat(past).extracting(Move::moveId).hasSize(20).startsWith("m9").endsWith("m28");
    }

    @Test
    void ofAnAcceptanceAndACommandAtTheSameInstantTheMoveEndsSuperseded() {
        // Given
        begin();
        signal("m1", 600);

        // When
        Race.run(
                () -> {
                    try {
                        moves.answer("r1", DRIVER, "m1", true);
                    } catch (Refusal superseded) {
                        assertThat(superseded.reason())
                                .isEqualTo(ErrorReason.ERROR_REASON_MOVE_ENDED);
                    }
                    return true;
                },
                () -> {
                    activity(FRIDAY, 2, true, 1);
                    return true;
                });

        // Then
        assertThat(active()).isEmpty();
        assertThat(told()).last().isEqualTo("m1 SUPERSEDED 1");
    }

    private Moves moves(double rate) {
        return moves(rate, clock);
    }

    private Moves moves(double rate, TestClock itsClock) {
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

    private void begin() {
        work(FRIDAY, 1, Standing.WORKING, 0);
    }

    private void work(WorkId workId, long version, Standing standing, int second) {
        moves.note(
                DRIVER,
                new WorkStep(workId, Product.PRODUCT_DRIVER, version, standing, at(second)));
    }

    private void activity(WorkId workId, long version, boolean live, int second) {
        moves.note(DRIVER, new EngagementStep(workId, version, live, at(second)));
    }

    private void signal(String moveId, int expireSecond) {
        moves.signal("event-" + moveId, DRIVER, order(moveId, expireSecond));
    }

    private void goTo(int second) {
        clock.set(at(second));
    }

    private Optional<Move> active() {
        return moves.active(DRIVER, Product.PRODUCT_DRIVER);
    }

    private double counted(String result) {
        return meters.counter("supporters_move_signals_total", "result", result).count();
    }

    private List<String> told() {
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

    private static MoveOrder order(String moveId, int expireSecond) {
        return new MoveOrder(moveId, Product.PRODUCT_DRIVER, PANGYO, at(expireSecond), "deficit@1");
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private static void invalid(ThrowingCallable call, String offending) {
        refused(call, ErrorReason.ERROR_REASON_INVALID_ARGUMENT, offending);
    }

    private static void refused(ThrowingCallable call, ErrorReason reason, String offending) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason()).isEqualTo(reason);
                            assertThat(refusal.offending()).isEqualTo(offending);
                        });
    }
}
