package dev.supporters.driver.status;

import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_ACCEPTED;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_ARRIVED;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_COMMANDED;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_DRIVING;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_FREE;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_OFF;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_RESTING;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_UNSPECIFIED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.driver.adapter.mongo.TrackMapper;
import dev.supporters.driver.roster.DriverId;
import dev.supporters.driver.status.EngagementStep.Phase;
import dev.supporters.driver.status.WorkStep.Standing;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.DispatchState;
import dev.supporters.testkit.InMemoryDocuments;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

class StatusBoardTest {

    private static final DriverId DRIVER = new DriverId("1004550");
    private static final WorkId FRIDAY = new WorkId("1004550-driver-2026-11-20");
    private static final WorkId SATURDAY = new WorkId("1004550-driver-2026-11-21");
    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

    private final StatusBoard board = new StatusBoard(new InMemoryDocuments<>(new TrackMapper()));

    @Test
    void aDriverOfWhomNothingWasToldWasNeverSeen() {
        isNow(DISPATCH_STATE_UNSPECIFIED, "", Instant.EPOCH, 0);
    }

    @Test
    void whoBeginsIsFree() {
        // When
        work(FRIDAY, 1, Standing.WORKING, 0);

        // Then
        isNow(DISPATCH_STATE_FREE, "", at(0), 0);
    }

    @Test
    void followsADriveFromTheCommandToItsEnd() {
        work(FRIDAY, 1, Standing.WORKING, 0);
        activity(FRIDAY, 2, Phase.COMMANDED, 1);
        isNow(DISPATCH_STATE_COMMANDED, "c1", at(1), 0);
        activity(FRIDAY, 3, Phase.ACCEPTED, 2);
        isNow(DISPATCH_STATE_ACCEPTED, "c1", at(2), 0);
        activity(FRIDAY, 4, Phase.ARRIVED, 3);
        isNow(DISPATCH_STATE_ARRIVED, "c1", at(3), 0);
        activity(FRIDAY, 5, Phase.DRIVING, 4);
        isNow(DISPATCH_STATE_DRIVING, "c1", at(4), 0);
        activity(FRIDAY, 6, Phase.COMPLETED, 5);
        isNow(DISPATCH_STATE_FREE, "", at(5), 1);
    }

    @Test
    void aCommandThatIsDroppedIsNoCompletedDrive() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        activity(FRIDAY, 2, Phase.COMMANDED, 1);

        // When
        activity(FRIDAY, 3, Phase.DROPPED, 2);

        // Then
        isNow(DISPATCH_STATE_FREE, "", at(2), 0);
    }

    @Test
    void restsAndResumes() {
        work(FRIDAY, 1, Standing.WORKING, 0);
        work(FRIDAY, 2, Standing.RESTING, 10);
        isNow(DISPATCH_STATE_RESTING, "", at(10), 0);
        work(FRIDAY, 3, Standing.WORKING, 20);
        isNow(DISPATCH_STATE_FREE, "", at(20), 0);
    }

    @Test
    void drivesOnAfterTheWindowsEndAndIsOffAfterwards() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        activity(FRIDAY, 2, Phase.DRIVING, 230);

        // When and then
        work(FRIDAY, 2, Standing.ENDING, 240);
        isNow(DISPATCH_STATE_DRIVING, "c1", at(230), 0);
        activity(FRIDAY, 3, Phase.COMPLETED, 250);
        isNow(DISPATCH_STATE_OFF, "", at(250), 1);
        work(FRIDAY, 3, Standing.ENDED, 250);
        isNow(DISPATCH_STATE_OFF, "", at(250), 1);
    }

    @Test
    void aWorkThatEndedWinsOverADriveWhoseEndIsOnItsWay() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        activity(FRIDAY, 2, Phase.DRIVING, 5);

        // When
        work(FRIDAY, 2, Standing.ENDED, 30);

        // Then
        isNow(DISPATCH_STATE_OFF, "", at(30), 0);
    }

    @Test
    void aCommandOfAWorkWhoseBeginIsOnItsWayCountsAlready() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        activity(FRIDAY, 5, Phase.COMPLETED, 5);
        work(FRIDAY, 2, Standing.ENDED, 30);

        // When
        activity(SATURDAY, 6, Phase.COMMANDED, 1500);

        // Then
        isNow(DISPATCH_STATE_COMMANDED, "c1", at(1500), 0);
    }

    @Test
    void whoseFirstCommandIsOverBeforeTheBeginIsToldIsFree() {
        // When
        activity(FRIDAY, 2, Phase.DROPPED, 5);

        // Then
        isNow(DISPATCH_STATE_FREE, "", at(5), 0);
    }

    @Test
    void drivesAreCountedWithinThePresentWork() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        activity(FRIDAY, 2, Phase.COMPLETED, 5);
        activity(FRIDAY, 3, Phase.COMPLETED, 15);
        isNow(DISPATCH_STATE_FREE, "", at(15), 2);
        work(FRIDAY, 2, Standing.ENDED, 240);
        isNow(DISPATCH_STATE_OFF, "", at(240), 2);

        // When
        work(SATURDAY, 1, Standing.WORKING, 1440);

        // Then
        isNow(DISPATCH_STATE_FREE, "", at(1440), 0);
        activity(SATURDAY, 9, Phase.COMPLETED, 1450);
        isNow(DISPATCH_STATE_FREE, "", at(1450), 1);
    }

    @Test
    void whatComesAgainChangesNothing() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        activity(FRIDAY, 2, Phase.COMMANDED, 1);
        activity(FRIDAY, 3, Phase.COMPLETED, 9);
        work(FRIDAY, 2, Standing.RESTING, 10);

        // When
        activity(FRIDAY, 2, Phase.COMMANDED, 1);
        activity(FRIDAY, 3, Phase.COMPLETED, 9);
        work(FRIDAY, 1, Standing.WORKING, 0);

        // Then
        isNow(DISPATCH_STATE_RESTING, "", at(10), 1);
    }

    /** Each topic in its order, in any order towards the other, with any part of it coming again. */
    @RepeatedTest(200)
    void theTopicsOrderTowardsOneAnotherDoesNotMatter(RepetitionInfo repetition) {
        // Given
        Random random = new Random(repetition.getCurrentRepetition());
        List<Consumer<StatusBoardTest>> works =
                repeated(
                        random,
                        List.of(
                                t -> t.work(FRIDAY, 1, Standing.WORKING, 0),
                                t -> t.work(FRIDAY, 2, Standing.RESTING, 20),
                                t -> t.work(FRIDAY, 3, Standing.WORKING, 30),
                                t -> t.work(FRIDAY, 4, Standing.ENDED, 240),
                                t -> t.work(SATURDAY, 1, Standing.WORKING, 1440)));
        List<Consumer<StatusBoardTest>> activities =
                repeated(
                        random,
                        List.of(
                                t -> t.activity(FRIDAY, 2, Phase.COMMANDED, 1),
                                t -> t.activity(FRIDAY, 3, Phase.ACCEPTED, 2),
                                t -> t.activity(FRIDAY, 4, Phase.COMPLETED, 15),
                                t -> t.activity(SATURDAY, 9, Phase.COMMANDED, 1450),
                                t -> t.activity(SATURDAY, 10, Phase.COMPLETED, 1460),
                                t -> t.activity(SATURDAY, 11, Phase.COMMANDED, 1470)));

        // When
        mixed(random, works, activities).forEach(step -> step.accept(this));

        // Then
        isNow(DISPATCH_STATE_COMMANDED, "c1", at(1470), 1);
    }

    /** From anywhere in the list, its rest may come a second time. */
    private static <T> List<T> repeated(Random random, List<T> steps) {
        List<T> all = new ArrayList<>(steps);
        all.addAll(steps.subList(random.nextInt(steps.size()), steps.size()));
        return all;
    }

    private static <T> List<T> mixed(Random random, List<T> one, List<T> other) {
        List<Boolean> turns = new ArrayList<>(Collections.nCopies(one.size(), true));
        turns.addAll(Collections.nCopies(other.size(), false));
        Collections.shuffle(turns, random);
        var first = one.iterator();
        var second = other.iterator();
        return turns.stream().map(turn -> turn ? first.next() : second.next()).toList();
    }

    private void work(WorkId workId, long version, Standing standing, int minute) {
        board.note(
                DRIVER,
                Product.PRODUCT_DRIVER,
                new WorkStep(workId, version, standing, at(minute)));
    }

    private void activity(WorkId workId, long version, Phase phase, int minute) {
        board.note(
                DRIVER,
                Product.PRODUCT_DRIVER,
                new EngagementStep(workId, "c1", version, phase, at(minute)));
    }

    private void isNow(DispatchState state, String callId, Instant since, int completed) {
        assertThat(board.situation(DRIVER, Product.PRODUCT_DRIVER))
                .isEqualTo(new Situation(state, callId, since, completed));
    }

    private static Instant at(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }
}
