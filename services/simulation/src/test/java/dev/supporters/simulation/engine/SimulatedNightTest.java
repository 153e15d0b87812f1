package dev.supporters.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.SeoulNight;
import dev.supporters.simulation.broadcast.BroadcastNight;
import dev.supporters.simulation.figures.NightFigures;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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

    private static SimulatedOutcome zoned(double openDemand) {
        return SupporterNight.play(
                model(SMALL, 70), DispatchSettings.FULL.withZones(openDemand), PAST);
    }

    @Test
    void everyCallEndsOnce() {
        for (SimulatedOutcome outcome :
                List.of(
                        full(70),
                        SupporterNight.play(model(SMALL, 70), DispatchSettings.GREEDY, PAST),
                        SupporterNight.play(model(SMALL, 70), DispatchSettings.PRODUCTION, PAST),
                        zoned(.3),
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
    void withTighterZonesFewerCallsAreForSupporters() {
        NightFigures without = NightFigures.of(full(70));
        NightFigures wide = NightFigures.of(zoned(.05));
        NightFigures tight = NightFigures.of(zoned(.3));

        assertThat(without.covered()).isEqualTo(100);
        assertThat(without.completedInZones()).isEqualTo(without.completed());
        assertThat(wide.covered()).isBetween(tight.covered(), 100.0).isLessThan(100);
        assertThat(tight.covered()).isPositive().isLessThan(wide.covered());
        assertThat(tight.completedInZones()).isGreaterThan(tight.completed());
    }

    @Test
    void withoutPastNightsZonesFollowTheCallsOfTheLastHalfHour() {
        // Given
        NightModel model = model(SMALL, 70);
        PastNights none = PastNights.of(List.of(), model.night());

        // When
        SimulatedOutcome zoned =
                SupporterNight.play(model, DispatchSettings.FULL.withZones(.5), none);

        // Then
        assertThat(zoned.calls())
                .filteredOn(call -> call.requestedAt() < SimulatedZones.EVERY_SECONDS)
                .noneMatch(SimulatedCall::wasOutsideZones);
        assertThat(NightFigures.of(zoned).covered()).isPositive().isLessThan(100);
    }

    @Test
    void aCallOutsideOfTheZonesGoesToGeneralDispatchAtOnce() {
        assertThat(zoned(.3).calls())
                .filteredOn(SimulatedCall::wasOutsideZones)
                .isNotEmpty()
                .allSatisfy(call -> {
                    assertThat(call.state()).isEqualTo(SimulatedCall.State.UNSERVED);
                    assertThat(call.wasAccepted()).isFalse();
                })
                .anySatisfy(call -> assertThat(call.endedAt()).isEqualTo(call.requestedAt()));
    }

    @Test
    void whoeverStartsOutsideOfTheZonesGoesToOneAndIsPaidFromThereOn() {
        List<DriverWork> without = full(70).work();
        List<DriverWork> zoned = zoned(.3).work();

        assertThat(without).allMatch(DriverWork::worked);
        assertThat(zoned).hasSize(70);
        int later = 0;
        for (int driver = 0; driver < 70; driver++) {
            if (zoned.get(driver).worked()) {
                assertThat(zoned.get(driver).beganAt())
                        .isGreaterThanOrEqualTo(without.get(driver).beganAt());
                later += zoned.get(driver).beganAt() > without.get(driver).beganAt() ? 1 : 0;
            }
        }
        assertThat(later).isPositive();
    }

    @Test
    void whereNoCellReachesTheThresholdTheRegionApplies() {
        assertThat(NightFigures.of(zoned(1_000))).isEqualTo(NightFigures.of(full(70)));
    }

    @Test
    void inProductionNobodyHasASecondCallAndCallsWaitForTheEndsOfDrives() {
        SimulatedOutcome production =
                SupporterNight.play(model(SMALL, 70), DispatchSettings.PRODUCTION, PAST);
        DispatchSettings unchained = DispatchSettings.PRODUCTION;
        SimulatedOutcome without =
                SupporterNight.play(
                        model(SMALL, 70),
                        new DispatchSettings(
                                unchained.maxPickup(),
                                new AssignmentPolicy(
                                        unchained.assignment().firstPickup(),
                                        unchained.assignment().pickupGrowth(),
                                        unchained.assignment().hold(),
                                        false,
                                        Duration.ZERO,
                                        Optional.empty()),
                                true,
                                unchained.moves(),
                                unchained.rests()),
                        PAST);

        assertThat(NightFigures.of(production))
                .isNotEqualTo(NightFigures.of(full(70)))
                .isNotEqualTo(NightFigures.of(without));
        assertThat(production.calls()).noneMatch(SimulatedCall::wasChained);
        assertThat(without.calls()).noneMatch(SimulatedCall::wasChained);
        assertThat(full(70).calls()).anyMatch(SimulatedCall::wasChained);
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
