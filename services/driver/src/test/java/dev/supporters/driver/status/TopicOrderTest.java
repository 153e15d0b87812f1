package dev.supporters.driver.status;

import static dev.supporters.driver.status.ToldDriver.FRIDAY;
import static dev.supporters.driver.status.ToldDriver.SATURDAY;
import static dev.supporters.driver.status.ToldDriver.at;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_COMMANDED;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_FREE;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_OFF;
import static dev.supporters.proto.driver.v1.DispatchState.DISPATCH_STATE_RESTING;

import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.WorkStep;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

class TopicOrderTest {

    private final ToldDriver driver = new ToldDriver();

    @Test
    void aShiftThatEndedWinsOverADriveWhoseEndIsStillToCome() {
        // Given
        driver.begin();
        driver.activity(FRIDAY, 2, EngagementStep.State.DRIVING, 5);

        // When
        driver.work(FRIDAY, 2, WorkStep.State.ENDED, 30);

        // Then
        driver.isNow(DISPATCH_STATE_OFF, at(30), 0);
    }

    @Test
    void aCommandOfAShiftWhoseBeginIsStillToComeCountsAlready() {
        // Given
        driver.begin();
        driver.activity(FRIDAY, 5, EngagementStep.State.COMPLETED, 5);
        driver.work(FRIDAY, 2, WorkStep.State.ENDED, 30);

        // When
        driver.activity(SATURDAY, 6, EngagementStep.State.COMMANDED, 1500);

        // Then
        driver.isNow(DISPATCH_STATE_COMMANDED, "c1", at(1500), 0);
    }

    @Test
    void aDriverWhoseFirstCommandEndsBeforeTheBeginArrivesIsFree() {
        // When
        driver.activity(FRIDAY, 2, EngagementStep.State.CANCELLED, 5);

        // Then
        driver.isNow(DISPATCH_STATE_FREE, at(5), 0);
    }

    @Test
    void repeatedEventsChangeNothing() {
        // Given
        driver.begin();
        driver.activity(FRIDAY, 2, EngagementStep.State.COMMANDED, 1);
        driver.activity(FRIDAY, 3, EngagementStep.State.COMPLETED, 9);
        driver.work(FRIDAY, 2, WorkStep.State.RESTING, 10);

        // When
        driver.activity(FRIDAY, 2, EngagementStep.State.COMMANDED, 1);
        driver.activity(FRIDAY, 3, EngagementStep.State.COMPLETED, 9);
        driver.begin();

        // Then
        driver.isNow(DISPATCH_STATE_RESTING, at(10), 1);
    }

    /** Each topic in its order, in any order towards the other, with any part of it coming again. */
    @RepeatedTest(200)
    void theOrderOfTheTwoTopicsDoesNotMatter(RepetitionInfo repetition) {
        // Given
        Random random = new Random(repetition.getCurrentRepetition());
        List<Consumer<ToldDriver>> works =
                repeated(
                        random,
                        List.of(
                                t -> t.work(FRIDAY, 1, WorkStep.State.WORKING, 0),
                                t -> t.work(FRIDAY, 2, WorkStep.State.RESTING, 20),
                                t -> t.work(FRIDAY, 3, WorkStep.State.WORKING, 30),
                                t -> t.work(FRIDAY, 4, WorkStep.State.ENDED, 240),
                                t -> t.work(SATURDAY, 1, WorkStep.State.WORKING, 1440)));
        List<Consumer<ToldDriver>> activities =
                repeated(
                        random,
                        List.of(
                                t -> t.activity(FRIDAY, 2, EngagementStep.State.COMMANDED, 1),
                                t -> t.activity(FRIDAY, 3, EngagementStep.State.ACCEPTED, 2),
                                t -> t.activity(FRIDAY, 4, EngagementStep.State.COMPLETED, 15),
                                t -> t.activity(SATURDAY, 9, EngagementStep.State.COMMANDED, 1450),
                                t -> t.activity(SATURDAY, 10, EngagementStep.State.COMPLETED, 1460),
                                t ->
                                        t.activity(
                                                SATURDAY,
                                                11,
                                                EngagementStep.State.COMMANDED,
                                                1470)));

        // When
        mixed(random, works, activities).forEach(step -> step.accept(driver));

        // Then
        driver.isNow(DISPATCH_STATE_COMMANDED, "c1", at(1470), 1);
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
