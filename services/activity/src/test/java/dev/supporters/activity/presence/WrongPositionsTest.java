package dev.supporters.activity.presence;

import static dev.supporters.activity.presence.Night.FRIDAY;
import static dev.supporters.activity.presence.Night.at;
import static dev.supporters.activity.presence.Night.position;
import static dev.supporters.activity.presence.Night.unreachable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.activity.presence.PresenceMonitor.Receipt;
import dev.supporters.activity.presence.Report.Rejected;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.activity.v1.PositionProblem;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/** Wrong clocks, and places where nobody can be. */
class WrongPositionsTest {

    private final Night night = new Night();

    @Test
    void aPhoneThatIsFiveMinutesSlowIsWhereItSaysWhenTheReportComes() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.goTo(100);

        // When
        night.report(-205, -200);
        night.sweepAt(219);

        // Then
        assertThat(times()).containsExactly(at(95), at(100));
        assertThat(night.sent().getLast().getReported().getReportTime())
                .isEqualTo(Timestamps.of(at(-200)));
        assertThat(night.published()).isEmpty();
    }

    @Test
    void aJumpDoesNotChangeTheLastPlace() {
        // Given
        night.reportAt(0, 37.5, 127.0);
        night.goTo(10);

        // When
        night.reportAt(10, 35.1, 129.0);

        // Then
        assertThat(night.monitor.lastPlace(Night.DRIVER)).contains(Night.fix(0));
    }

    @Test
    void aPositionOfTheFutureIsListedAndTheOthersAreTaken() {
        // When
        Receipt receipt =
                night.report(
                        List.of(position(-40), position(-30), position(3 * 3_600), position(-10)));

        // Then
        assertThat(receipt)
                .isEqualTo(
                        new Receipt(
                                3,
                                List.of(new Rejected(2, PositionProblem.POSITION_PROBLEM_AHEAD))));
    }

    @Test
    void positionsOfTheFutureAreNoSignOfLife() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.goTo(100);

        // When
        int taken = night.report(161);
        night.sweepAt(121);

        // Then
        assertThat(taken).isZero();
        assertThat(night.published()).containsExactly(unreachable(FRIDAY, 120));
    }

    @Test
    void aPositionAMinuteAheadHidesNoneThatComesAfterIt() {
        // Given
        int ahead = night.report(60);

        // When
        night.goTo(1);
        int next = night.report(1);

        // Then
        assertThat(ahead).isEqualTo(1);
        assertThat(next).isEqualTo(1);
        assertThat(times()).containsExactly(at(0), at(1));
    }

    @Test
    void zeroZeroIsNoPlace() {
        // When
        Receipt receipt =
                night.report(
                        List.of(
                                position(-6, 0, 0),
                                position(-4, 35.1175, 129.0435),
                                position(-2, 0, 0)));

        // Then
        assertThat(receipt.taken()).isEqualTo(1);
        assertThat(receipt.rejected())
                .containsExactly(
                        new Rejected(0, PositionProblem.POSITION_PROBLEM_NO_FIX),
                        new Rejected(2, PositionProblem.POSITION_PROBLEM_NO_FIX));
        assertThat(times()).containsExactly(at(0));
    }

    @Test
    void aJumpThatNoVehicleMakesMovesNobodyAndIsNoSignOfLife() {
        // Given
        night.work(FRIDAY, 1, WorkStep.State.WORKING, 0);
        night.report(0);

        // When
        night.goTo(10);
        Receipt jump = night.reportAt(10, 35.1175, 129.0435);
        night.sweepAt(121);

        // Then
        assertThat(jump.rejected())
                .containsExactly(new Rejected(0, PositionProblem.POSITION_PROBLEM_JUMP));
        assertThat(times()).containsExactly(at(0));
        assertThat(night.published()).containsExactly(unreachable(FRIDAY, 120));
    }

    @Test
    void afterAJumpTheTruePositionsAreTaken() {
        // Given
        night.report(0);
        night.goTo(10);
        night.reportAt(10, 35.1175, 129.0435);

        // When
        night.goTo(15);

        // Then
        assertThat(night.report(15)).isEqualTo(1);
    }

    @Test
    void whoIsSaidToBeElsewhereForAMinuteIsThere() {
        // Given
        night.report(0);

        // When
        int before = 0;
        for (int second = 10; second < 70; second += 10) {
            night.goTo(second);
            before += night.reportAt(second, 35.1175, 129.0435).taken();
        }
        night.goTo(70);
        int afterwards = night.reportAt(70, 35.1175, 129.0435).taken();

        // Then
        assertThat(before).isZero();
        assertThat(afterwards).isEqualTo(1);
    }

    @Test
    void aJumpThatIsSentAgainAndAgainIsNeverBelieved() {
        // Given
        night.report(0);

        // When
        int taken = 0;
        for (int second = 10; second <= 100; second += 10) {
            night.goTo(second);
            taken += night.reportAt(10, 35.1175, 129.0435).taken();
        }

        // Then
        assertThat(taken).isZero();
    }

    @Test
    void jumpsThatContradictEachOtherAreNeverBelieved() {
        // Given
        night.report(0);

        // When
        int taken = 0;
        for (int second = 10; second <= 100; second += 10) {
            night.goTo(second);
            taken += night.reportAt(second, second % 20 == 0 ? 35 : 36, 129).taken();
        }

        // Then
        assertThat(taken).isZero();
    }

    @Test
    void countsWhatIsNotTakenByItsProblem() {
        night.report(0);
        night.report(0);

        assertThat(
                        night.meters
                                .counter(
                                        "supporters_activity_rejected_positions_total",
                                        "problem",
                                        "not_newer")
                                .count())
                .isEqualTo(1);
    }

    private List<Instant> times() {
        return night.sent().stream()
                .map(event -> Timestamps.instant(event.getEventTime()))
                .toList();
    }
}
