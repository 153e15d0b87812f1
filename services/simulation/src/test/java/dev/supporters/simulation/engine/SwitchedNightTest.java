package dev.supporters.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.Arm;
import dev.supporters.contract.Position;
import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.move.MoveSettings;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.SeoulNight;
import dev.supporters.simulation.engine.SimulatedCall.State;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Nights in which the plan of an experiment says which policy applies. */
class SwitchedNightTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 27);
    private static final NightParameters SMALL = NightParameters.defaults().withCalls(300);
    private static final Night NIGHT = SeoulNight.of(DATE, SMALL, 7);
    private static final PastNights PAST = PastNights.of(List.of(), NIGHT);
    private static final SwitchbackPlan PLAN =
            new SwitchbackPlan("switched", DATE, Duration.ofMinutes(30), Duration.ofMinutes(10));
    private static final OpenWindow WINDOW =
            new OpenWindow(DATE, NIGHT.windowBegin(), NIGHT.windowEnd());

    private static final NightModel MODEL = model();

    /** Nobody is near enough. */
    private static final DispatchSettings NOBODY =
            new DispatchSettings(
                    Duration.ofSeconds(1),
                    DispatchSettings.GREEDY.assignment(),
                    false,
                    Optional.empty(),
                    DispatchSettings.GREEDY.rests());

    @Test
    void switchingBetweenAPolicyAndItselfChangesNothing() {
        SimulatedOutcome usual = SupporterNight.play(model(), DispatchSettings.GREEDY, PAST);

        SimulatedOutcome switched = switched(DispatchSettings.GREEDY);

        assertThat(states(switched)).isEqualTo(states(usual)).contains(State.COMPLETED);
    }

    @Test
    void theTreatmentAppliesInItsIntervalsAndRegionsAlone() {
        SimulatedOutcome switched = switched(NOBODY);

        // a call of the treatment's interval may be given in the next one, which is the control's,
        // so only what was given at once counts
        assertThat(switched.calls())
                .filteredOn(call -> arm(call) == Arm.TREATMENT)
                .filteredOn(call -> call.endedAt() < endOfInterval(call))
                .isNotEmpty()
                .noneMatch(SimulatedCall::wasAccepted);
        assertThat(switched.calls())
                .filteredOn(call -> arm(call) == Arm.CONTROL)
                .filteredOn(call -> call.state() == State.COMPLETED)
                .hasSizeGreaterThan(50);
    }

    @Test
    void bothRegionsHaveTheirOwnArms() {
        assertThat(switched(NOBODY).calls())
                .filteredOn(call ->
                        arm(call) != arm("west".equals(region(call)) ? "east" : "west", call))
                .isNotEmpty();
    }

    @Test
    void onePlannerSendsTheWholeFleetSoMovesAreNotSwitched() {
        DispatchSettings moving =
                new DispatchSettings(
                        DispatchSettings.GREEDY.maxPickup(),
                        DispatchSettings.GREEDY.assignment(),
                        false,
                        Optional.of(MoveSettings.STANDARD),
                        DispatchSettings.GREEDY.rests());

        assertThatThrownBy(() ->
                        new SwitchedPolicy(
                                DispatchSettings.GREEDY, moving, PLAN, SwitchedNightTest::region))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("moves and rests");
    }

    private static SimulatedOutcome switched(DispatchSettings treatment) {
        return SupporterNight.play(
                model(),
                new SwitchedPolicy(
                        DispatchSettings.GREEDY, treatment, PLAN, SwitchedNightTest::region),
                PAST);
    }

    private static NightModel model() {
        return new NightModel(NIGHT, SMALL, 7, 70);
    }

    private static List<State> states(SimulatedOutcome outcome) {
        return outcome.calls().stream().map(SimulatedCall::state).toList();
    }

    private static Arm arm(SimulatedCall call) {
        return arm(region(call), call);
    }

    private static Arm arm(String region, SimulatedCall call) {
        return PLAN.at(region, WINDOW, MODEL.instant(call.requestedAt())).arm();
    }

    private static double endOfInterval(SimulatedCall call) {
        double seconds = PLAN.interval().toSeconds();
        return (Math.floor(call.requestedAt() / seconds) + 1) * seconds;
    }

    private static String region(SimulatedCall call) {
        return region(call.origin());
    }

    private static String region(Position place) {
        return place.lng() < 127 ? "west" : "east";
    }
}
