package dev.supporters.activity.abuse;

import static dev.supporters.activity.abuse.PlayedNight.LAT;
import static dev.supporters.activity.abuse.PlayedNight.at;
import static dev.supporters.activity.abuse.PlayedNight.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.CallId;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.abuse.DriverNight;
import dev.supporters.dispatch.assignment.DriveEstimate;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.proto.move.v1.MoveState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;

/** What the events of a night say of its drivers. */
class CollectedFactsTest {

    private static final long CELL = new DemandCells().cell(new Position(LAT, PlayedNight.LNG));
    private static final double ELSEWHERE = LAT + .1;

    private static DriverNight only(PlayedNight night) {
        return only(night.facts());
    }

    private static DriverNight only(CollectedFacts facts) {
        assertThat(facts.nights()).containsExactly(PlayedNight.KEY);
        return facts.drivers(PlayedNight.KEY, at(400)).getFirst();
    }

    @Test
    void answersAndCancellationsBelongToTheCustomersCell() {
        DriverNight night =
                only(
                        new PlayedNight()
                                .works("7")
                                .refuses("7", "1", 10)
                                .accepts("7", "2", 20)
                                .customerCancels("7", "2", 21.05));

        assertThat(night.answers())
                .containsExactly(
                        new DriverNight.Answer(new CallId("1"), CELL, at(10.05), true),
                        new DriverNight.Answer(new CallId("2"), CELL, at(20.05), false));
        assertThat(night.reveals())
                .containsExactly(
                        new DriverNight.Reveal(
                                new CallId("2"), CELL, at(20.05), Optional.of(minutes(1))));
    }

    @Test
    void aDriveIsComparedWithItsRoad() {
        DriverNight night =
                only(
                        new PlayedNight()
                                .works("7")
                                .requested("1", 5, 12_000)
                                .accepts("7", "1", 10)
                                .drives("7", "1", 18, 20, 90));

        assertThat(night.drives())
                .containsExactly(
                        new DriverNight.Drive(
                                new CallId("1"),
                                CELL,
                                at(20),
                                at(90),
                                Duration.ofSeconds(DriveEstimate.seconds(12_000))));
    }

    @Test
    void aStepIsComparedWithTheNearestPositionAroundIt() {
        DriverNight near =
                only(
                        new PlayedNight()
                                .works("7")
                                .stands("7", 0, 30, LAT)
                                .accepts("7", "1", 10)
                                .drives("7", "1", 18, 20, 40));
        DriverNight far =
                only(
                        new PlayedNight()
                                .works("7")
                                .stands("7", 0, 30, LAT + .01)
                                .accepts("7", "1", 10)
                                .drives("7", "1", 18, 20, 40));
        DriverNight unknown =
                only(
                        new PlayedNight()
                                .works("7")
                                .accepts("7", "1", 10)
                                .drives("7", "1", 18, 20, 40));

        assertThat(near.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.meters()).isZero());
        assertThat(far.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.meters()).isCloseTo(1_112, within(1.0)));
        assertThat(unknown.steps()).as("without a position nothing is contradicted").isEmpty();
    }

    @Test
    void aDriveThatNoCarCanHaveDrivenByThenIsContradictedByWhatIsMissing() {
        // Given 12 km in a minute, of which 2.6 km can be driven, and in nine
        DriverNight tooSoon =
                only(
                        new PlayedNight()
                                .works("7")
                                .requested("1", 5, 12_000)
                                .accepts("7", "1", 10)
                                .drives("7", "1", 18, 20, 21));
        DriverNight inTime =
                only(
                        new PlayedNight()
                                .works("7")
                                .requested("1", 5, 12_000)
                                .accepts("7", "1", 10)
                                .drives("7", "1", 18, 20, 29));

        // Then
        assertThat(tooSoon.steps())
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.time()).isEqualTo(at(21));
                    assertThat(step.meters()).isCloseTo(9_400, within(1.0));
                });
        assertThat(inTime.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.meters()).isZero());
    }

    @Test
    void waitingIsTimeInACellWithoutACommand() {
        DriverNight night =
                only(
                        new PlayedNight()
                                .works("7")
                                .stands("7", 0, 60, LAT)
                                .accepts("7", "1", 20)
                                .customerCancels("7", "1", 30)
                                .stands("7", 60, 80, ELSEWHERE));

        assertThat(night.stays())
                .extracting(DriverNight.Stay::begin)
                .containsExactly(at(0), at(30), at(60));
        assertThat(night.stays())
                .extracting(DriverNight.Stay::end)
                .containsExactly(at(20), at(60), at(80));
        assertThat(
                        night.atWork().stream()
                                .map(DriverNight.TimeAtWork::length)
                                .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(minutes(80));
    }

    @Test
    void anOutageHasTheLastKnownCellAndEndsWithTheShift() {
        DriverNight night =
                only(
                        new PlayedNight()
                                .works("7")
                                .stands("7", 0, 10, LAT)
                                .dark("7", 12, 30)
                                .dark("7", 230, 300));

        assertThat(night.positionGaps())
                .containsExactly(
                        new DriverNight.PositionGap(CELL, at(12), at(30)),
                        new DriverNight.PositionGap(CELL, at(230), at(240)));
    }

    @Test
    void anExpiredMoveWasNotFollowedAndASupersededOneNotAnswered() {
        DriverNight night =
                only(
                        new PlayedNight()
                                .works("7")
                                .stands("7", 0, 60, LAT)
                                .answersMove("7", "a", 5, MoveState.MOVE_STATE_ACCEPTED)
                                .answersMove("7", "b", 10, MoveState.MOVE_STATE_DECLINED)
                                .answersMove("7", "c", 15, MoveState.MOVE_STATE_EXPIRED)
                                .answersMove("7", "d", 20, MoveState.MOVE_STATE_SUPERSEDED)
                                .answersMove("7", "e", 100, MoveState.MOVE_STATE_DECLINED));

        assertThat(night.moves())
                .containsExactlyInAnyOrder(
                        new DriverNight.MoveAnswer(CELL, at(5), false),
                        new DriverNight.MoveAnswer(CELL, at(10), true),
                        new DriverNight.MoveAnswer(CELL, at(15), true));
    }

    @Test
    void theOrderInWhichTopicsAreReadChangesNothing() {
        PlayedNight played =
                new PlayedNight()
                        .works("7")
                        .requested("1", 5, 12_000)
                        .stands("7", 0, 60, LAT)
                        .accepts("7", "1", 10)
                        .drives("7", "1", 18, 20, 90)
                        .refuses("7", "2", 95)
                        .dark("7", 100, 130)
                        .answersMove("7", "b", 30, MoveState.MOVE_STATE_DECLINED);
        DriverNight inOrder = only(played);

        LongStream.range(0, 20)
                .forEach(seed ->
                        assertThat(only(played.shuffledFacts(seed)))
                                .as("seed " + seed)
                                .isEqualTo(inOrder));
    }

    @Test
    void whatIsTooOldToBeJudgedIsForgotten() {
        CollectedFacts facts =
                new PlayedNight()
                        .works("7")
                        .requested("1", 10, 9_000)
                        .accepts("7", "1", 11)
                        .drives("7", "1", 18, 20, 90)
                        .facts();

        facts.forgetBefore(PlayedNight.DATE, at(11));
        assertThat(only(facts).drives()).as("the road is not known any more").isEmpty();

        facts.forgetBefore(PlayedNight.DATE.plusDays(1), at(11));
        assertThat(facts.nights()).isEmpty();
    }

    @Test
    void whatIsJudgedIsForgotten() {
        CollectedFacts facts = new PlayedNight().works("7").works("8").facts();

        facts.forget(PlayedNight.KEY);

        assertThat(facts.nights()).isEmpty();
    }
}
