package dev.supporters.simulation.engine;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.assignment.FreeSupporter;
import dev.supporters.simulation.Cheaters;
import dev.supporters.simulation.PlannedPause;
import dev.supporters.simulation.SupporterPlan;

import java.time.Duration;
import java.util.Optional;

/** One supporter of a simulated night: what he does now. Only {@link SupporterNight} changes it. */
final class SimulatedSupporter {

    enum State {
        OFF,
        IDLE,
        RESTING,
        COMMANDED,
        PICKING_UP,
        DRIVING
    }

    private static final double NEVER = Double.POSITIVE_INFINITY;

    final SupporterPlan plan;
    final DriverId id;
    final FreeSupporter candidate;
    final DriverWork work = new DriverWork();
    final boolean restsTonight;
    final double restSeconds;

    /** How he plays the system; empty: not at all. */
    final Optional<Cheaters.Kind> cheats;

    State state = State.OFF;
    TravelLeg leg;

    /** Whether the way that he is on was recommended to him. */
    boolean moving;

    /** What he is asked for, drives to or drives. */
    SimulatedCall call;

    /** What he is asked for or has agreed to do after that. */
    SimulatedCall next;

    /** Whether he has agreed to {@link #next}. */
    boolean nextAgreed;

    /** When the drive under way is expected to end. */
    double expectedFreeAt;

    /** When the place of a move is expected to be reached. */
    double expectedArrival;

    /** Where he is, or will be free: for the decision that is made just now. */
    double eastNow;

    double northNow;

    /** Seconds until he can set out; infinite if he cannot be asked. */
    double waitNow;

    /** Counts changes of plan: what was scheduled before one is void after it. */
    int turn;

    double restDueAt;
    boolean restOpen = true;
    double askedToMoveAt = -NEVER;
    double declinedMoveAt = -NEVER;
    int movesAsked;
    int spells;

    /** Until when no position of him comes, on purpose. */
    double darkUntil = -NEVER;

    /** When the drive under way began. */
    double pickedUpAt;

    int darkTimes;

    SimulatedSupporter(SupporterPlan plan, NightModel model) {
        this.plan = plan;
        this.id = new DriverId(plan.driverId());
        this.candidate = SupporterDecisions.candidate(this);
        this.leg = TravelLeg.standing(plan.start(), 0);
        this.restsTonight = !plan.rests().isEmpty();
        PlannedPause rest =
                restsTonight
                        ? plan.rests().getFirst()
                        : new PlannedPause(plan.begin(), Duration.ZERO);
        restDueAt = restsTonight ? model.seconds(rest.begin()) : NEVER;
        restSeconds = NightModel.seconds(rest.length());
        cheats = model.parameters().cheaters().of(model.seed(), plan.number());
    }

    int number() {
        return plan.number();
    }

    Position position(double now) {
        return leg.at(now);
    }

    boolean isRestDue(double now) {
        return now >= restDueAt;
    }

    boolean isDark(double now) {
        return now < darkUntil;
    }

    boolean isIdle() {
        return state == State.IDLE;
    }

    boolean isDriving() {
        return state == State.DRIVING;
    }

    boolean isAtWork() {
        return state != State.OFF;
    }
}
