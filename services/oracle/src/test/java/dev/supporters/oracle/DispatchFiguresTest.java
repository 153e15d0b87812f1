package dev.supporters.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.move.v1.MoveState;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

class DispatchFiguresTest {

    @Test
    void countsWhatSupportersCompletedAmongAllCallsOfTheNight() {
        // Given: of three calls a supporter drives one, a commission driver one
        NightScript script =
                NightScript.cleanNight().statement("work", 1_000, 30, 14_000, 7_000, true);
        // When
        DispatchFigures figures = DispatchFigures.of(script.history());
        // Then
        assertThat(figures.completed()).isCloseTo(100 / 3.0, within(.001));
        assertThat(figures.covered()).isEqualTo(100);
        assertThat(figures.tripsPerPaidHour()).isEqualTo(2);
        assertThat(figures.cancelledAfterAssignment()).isZero();
    }

    @Test
    void aCallOutsideTheZonesIsDemandThatIsNotCovered() {
        // Given
        NightScript script =
                NightScript.cleanNight()
                        .requested("c4", 600)
                        .sentToGeneral("c4", "OUTSIDE_ZONE", 600);
        // When
        DispatchFigures figures = DispatchFigures.of(script.history());
        // Then
        assertThat(figures.covered()).isEqualTo(75);
    }

    @Test
    void takesEtasOfAcceptedCommandsTogether() {
        // Given: 19 near customers, a far one, and a refused command that is farther
        NightScript script = new NightScript();
        for (int i = 0; i < 20; i++) {
            int eta = i == 7 ? 1_200 : 300;
            script.commanded("k" + i, "c" + i, "d" + i, 10, eta);
            script.accepted("k" + i, "c" + i, "d" + i, 15, true);
        }
        script.commanded("k20", "c20", "d20", 10, 3_000).refused("k20", "c20", "d20", 12);
        script.cancelled(
                "k3", "c3", "d3", 60, CancellationReason.CANCELLATION_REASON_CUSTOMER, true);
        // When
        DispatchFigures figures = DispatchFigures.of(script.history());
        // Then
        assertThat(figures.etaMean()).isCloseTo((19 * 5 + 20) / 20.0, within(.001));
        assertThat(figures.etaP95()).isEqualTo(5);
        assertThat(figures.cancelledAfterAssignment()).isEqualTo(5);
    }

    @Test
    void saysThatAFigureIsNotKnown() {
        DispatchFigures figures = DispatchFigures.of(new NightScript().history());
        assertThat(figures.completed()).isNaN();
        assertThat(figures.etaP95()).isNaN();
        assertThat(figures.gini()).isNaN();
    }

    @Test
    void measuresHowUnequallyTripsAreSharedOut() {
        assertThat(Gini.of(List.of(2.0, 2.0, 2.0))).isZero();
        assertThat(Gini.of(List.of(0.0, 1.0))).isEqualTo(.5);
        assertThat(Gini.of(List.of(1.0, 3.0))).isEqualTo(.25);
        assertThat(Gini.of(Collections.nCopies(10, 0.0))).isNaN();
    }

    @Test
    void countsMovesAndRestAdviceApart() {
        // Given
        NightScript script =
                NightScript.cleanNight()
                        .moved("work", "d", "m1", MoveState.MOVE_STATE_PROPOSED, 440)
                        .moved("work", "d", "m1", MoveState.MOVE_STATE_ACCEPTED, 442)
                        .moved("work", "d", "m1", MoveState.MOVE_STATE_SUPERSEDED, 500)
                        .moved("work", "d", "m2", MoveState.MOVE_STATE_PROPOSED, 510)
                        .moved("work", "d", "m2", MoveState.MOVE_STATE_DECLINED, 512)
                        .moved("work", "d", "m3", MoveState.MOVE_STATE_ACCEPTED, 520)
                        .moved("work", "d", "m3", MoveState.MOVE_STATE_ARRIVED, 560)
                        .advised("work", "d", "a1", MoveState.MOVE_STATE_PROPOSED, 600)
                        .advised("work", "d", "a1", MoveState.MOVE_STATE_EXPIRED, 700);
        // When
        List<String> lines = lines(new MoveFigures(script.history()).lines());
        // Then
        assertThat(lines)
                .contains(
                        "moves proposed 3",
                        "followed 2 of 3 = 66.7 %",
                        "arrived 1 of 3 = 33.3 %",
                        "declined 1 of 3 = 33.3 %",
                        "ended by a command, a rest or a newer move 1 of 3 = 33.3 %",
                        "rests advised 1",
                        "expired 1 of 1 = 100.0 %");
    }

    @Test
    void showsTheSameNightUnderOtherPoliciesBesideEachFigure() {
        // Given
        var played = new DispatchFigures(72.04, 100, 9.7, 19.1, 7.8, .914, .153);
        var legacy = new DispatchFigures(45.4, Double.NaN, 8, 11.7, 12.6, .65, .29);
        // When
        List<String> lines =
                lines(
                        new ComparisonTable(played, List.of(new SimulatedNight("legacy", legacy)))
                                .lines());
        // Then
        assertThat(lines)
                .contains(
                        "this night legacy",
                        "completed by supporters, % of all calls 72.0 45.4",
                        "demand covered, % 100.0 –",
                        "trips per paid hour 0.91 0.65");
    }

    @Test
    void theNameOfAPolicyHasRoomHoweverLongItIs() {
        var figures = new DispatchFigures(72.04, 100, 9.7, 19.1, 7.8, .914, .153);

        List<String> lines =
                lines(
                        new ComparisonTable(
                                        figures,
                                        List.of(
                                                new SimulatedNight("greedy", figures),
                                                new SimulatedNight("full, no moves", figures)))
                                .lines());

        assertThat(lines)
                .contains(
                        "this night greedy full, no moves", "demand covered, % 100.0 100.0 100.0");
    }

    private static List<String> lines(List<String> lines) {
        return lines.stream().map(line -> line.strip().replaceAll(" +", " ")).toList();
    }
}
