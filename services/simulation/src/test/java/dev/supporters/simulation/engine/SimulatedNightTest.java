package dev.supporters.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.SeoulNight;
import dev.supporters.simulation.broadcast.BroadcastNight;
import dev.supporters.simulation.figures.NightFigures;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class SimulatedNightTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 27);
    private static final NightParameters SMALL = NightParameters.defaults().withCalls(300);
    private static final PastNights PAST = past(SMALL);

    private static PastNights past(NightParameters parameters) {
        return PastNights.of(
                List.of(
                        SeoulNight.of(DATE.minusDays(2), parameters, -2),
                        SeoulNight.of(DATE.minusDays(1), parameters, -1)),
                SeoulNight.of(DATE, parameters, 1));
    }

    private static NightModel model(NightParameters parameters, int supporters) {
        return new NightModel(SeoulNight.of(DATE, parameters, 7), parameters, 7, supporters);
    }

    private static SimulatedOutcome full(int supporters) {
        return SupporterNight.play(model(SMALL, supporters), DispatchSettings.FULL, PAST);
    }

    @Test
    void everyCallEndsOnce() {
        for (SimulatedOutcome outcome :
                List.of(
                        full(70),
                        SupporterNight.play(model(SMALL, 70), DispatchSettings.GREEDY, PAST),
                        BroadcastNight.play(model(SMALL, 70)))) {
            assertThat(outcome.calls())
                    .hasSameSizeAs(outcome.model().night().calls())
                    .allMatch(call -> call.state().isEnd())
                    .allMatch(call -> call.endedAt() >= call.requestedAt())
                    .anyMatch(call -> call.state() == SimulatedCall.State.COMPLETED)
                    .filteredOn(call -> call.state() == SimulatedCall.State.COMPLETED)
                    .allMatch(SimulatedCall::wasAccepted);
        }
    }

    @Test
    void paidTimeIsTimeAtWorkWithoutRestsAndTripsAreCompletedCalls() {
        SimulatedOutcome outcome = full(70);

        assertThat(outcome.work())
                .hasSize(70)
                .allSatisfy(work -> {
                    assertThat(work.worked()).isTrue();
                    assertThat(work.paidSeconds() + work.restedSeconds())
                            .isCloseTo(work.endedAt() - work.beganAt(), within(1e-6));
                    assertThat(work.paidSeconds()).isPositive();
                    assertThat(work.endedAt()).isGreaterThanOrEqualTo(14_400);
                });
        assertThat(outcome.work().stream().mapToInt(DriverWork::trips).sum())
                .isEqualTo(
                        (int)
                                outcome.calls().stream()
                                        .filter(call ->
                                                call.state() == SimulatedCall.State.COMPLETED)
                                        .count());
    }

    @Test
    void theSameSeedGivesTheSameNight() {
        assertThat(NightFigures.of(full(70))).isEqualTo(NightFigures.of(full(70)));
    }

    @Test
    void movesBringMoreCallsHome() {
        NightFigures greedy =
                NightFigures.of(
                        SupporterNight.play(model(SMALL, 70), DispatchSettings.GREEDY, PAST));
        NightFigures full = NightFigures.of(full(70));

        assertThat(full.completed()).isGreaterThan(greedy.completed() + 5);
        assertThat(full.movesProposed()).isPositive();
        assertThat(full.movesArrived()).isLessThanOrEqualTo(full.movesProposed());
    }

    @Test
    void aNightWithoutSupportersServesNobody() {
        NightFigures figures = NightFigures.of(full(0));

        assertThat(figures.completed()).isZero();
        assertThat(figures.tripsPerPaidHour()).isZero();
        assertThat(figures.gini()).isZero();
    }

    @Test
    void oneSupporterDrivesOneCallAtATime() {
        SimulatedOutcome outcome = full(1);

        assertThat(outcome.work().getFirst().trips()).isBetween(1, 20);
    }

    @Test
    void withoutAForecastNobodyIsMovedAndCallsAreServed() {
        PastNights nothing = PastNights.of(List.of(), SeoulNight.of(DATE, SMALL, 1));

        NightFigures figures =
                NightFigures.of(
                        SupporterNight.play(model(SMALL, 70), DispatchSettings.FULL, nothing));

        assertThat(figures.movesProposed()).isZero();
        assertThat(figures.completed()).isPositive();
    }

    @Test
    void whoeverDeclinesAllMovesIsNotMoved() {
        NightParameters stubborn =
                NightParameters.overriddenBy("{\"calls\": 300, \"followsMove\": 0}");

        NightFigures figures =
                NightFigures.of(
                        SupporterNight.play(model(stubborn, 70), DispatchSettings.FULL, PAST));

        assertThat(figures.movesProposed()).isPositive();
        assertThat(figures.movesArrived()).isZero();
    }

    @Test
    void aNightWithoutCallsIsANight() {
        NightParameters quiet =
                NightParameters.overriddenBy("{\"calls\": 0.01, \"callsSigma\": 0}");
        NightModel model = new NightModel(SeoulNight.of(DATE, quiet, 7), quiet, 7, 3);

        NightFigures figures =
                NightFigures.of(SupporterNight.play(model, DispatchSettings.FULL, PAST));

        assertThat(figures.calls()).isZero();
        assertThat(figures.completed()).isZero();
    }

    @Test
    void whereNobodyCheatsANightIsTheSameWhetherOrNotItIsLookedFor() {
        NightParameters watched =
                NightParameters.overriddenBy("{\"calls\": 300, \"cheaters.share\": 1e-12}");

        SimulatedOutcome outcome =
                SupporterNight.play(model(watched, 70), DispatchSettings.FULL, PAST);

        assertThat(outcome.facts()).hasSize(70);
        assertThat(outcome.detected().honest()).isEqualTo(70);
        assertThat(full(70).facts()).isEmpty();
        assertThat(NightFigures.of(outcome)).isEqualTo(NightFigures.of(full(70)));
    }

    @Test
    void cheatersChangeNobodyElsesPlans() {
        NightParameters cheated =
                NightParameters.overriddenBy("{\"calls\": 300, \"cheaters.share\": 0.5}");

        assertThat(model(cheated, 70).population()).isEqualTo(model(SMALL, 70).population());
    }
}
