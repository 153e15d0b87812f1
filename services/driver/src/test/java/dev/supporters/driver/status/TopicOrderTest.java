package dev.supporters.driver.status;

import static dev.supporters.driver.status.ToldBoard.FRIDAY;
import static dev.supporters.driver.status.ToldBoard.SATURDAY;
import static dev.supporters.driver.status.ToldBoard.at;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_COMMANDED;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_FREE;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_OFF;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_RESTING;

import dev.supporters.driver.status.EngagementStep.Phase;
import dev.supporters.driver.status.WorkStep.Standing;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

class TopicOrderTest {

    private final ToldBoard board = new ToldBoard();

    @Test
    void aWorkThatEndedWinsOverADriveWhoseEndIsOnItsWay() {
        // Given
        board.begin();
        board.activity(FRIDAY, 2, Phase.DRIVING, 5);

        // When
        board.work(FRIDAY, 2, Standing.ENDED, 30);

        // Then
        board.isNow(DISPATCH_STATE_OFF, "", at(30), 0);
    }

    @Test
    void aCommandOfAWorkWhoseBeginIsOnItsWayCountsAlready() {
        // Given
        board.begin();
        board.activity(FRIDAY, 5, Phase.COMPLETED, 5);
        board.work(FRIDAY, 2, Standing.ENDED, 30);

        // When
        board.activity(SATURDAY, 6, Phase.COMMANDED, 1500);

        // Then
        board.isNow(DISPATCH_STATE_COMMANDED, "c1", at(1500), 0);
    }

    @Test
    void whoseFirstCommandIsOverBeforeTheBeginIsToldIsFree() {
        // When
        board.activity(FRIDAY, 2, Phase.DROPPED, 5);

        // Then
        board.isNow(DISPATCH_STATE_FREE, "", at(5), 0);
    }

    @Test
    void whatComesAgainChangesNothing() {
        // Given
        board.begin();
        board.activity(FRIDAY, 2, Phase.COMMANDED, 1);
        board.activity(FRIDAY, 3, Phase.COMPLETED, 9);
        board.work(FRIDAY, 2, Standing.RESTING, 10);

        // When
        board.activity(FRIDAY, 2, Phase.COMMANDED, 1);
        board.activity(FRIDAY, 3, Phase.COMPLETED, 9);
        board.begin();

        // Then
        board.isNow(DISPATCH_STATE_RESTING, "", at(10), 1);
    }

    /** Each topic in its order, in any order towards the other, with any part of it coming again. */
    @RepeatedTest(200)
    void theTopicsOrderTowardsOneAnotherDoesNotMatter(RepetitionInfo repetition) {
        // Given
        Random random = new Random(repetition.getCurrentRepetition());
        List<Consumer<ToldBoard>> works =
                repeated(
                        random,
                        List.of(
                                t -> t.work(FRIDAY, 1, Standing.WORKING, 0),
                                t -> t.work(FRIDAY, 2, Standing.RESTING, 20),
                                t -> t.work(FRIDAY, 3, Standing.WORKING, 30),
                                t -> t.work(FRIDAY, 4, Standing.ENDED, 240),
                                t -> t.work(SATURDAY, 1, Standing.WORKING, 1440)));
        List<Consumer<ToldBoard>> activities =
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
        mixed(random, works, activities).forEach(step -> step.accept(board));

        // Then
        board.isNow(DISPATCH_STATE_COMMANDED, "c1", at(1470), 1);
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
}
