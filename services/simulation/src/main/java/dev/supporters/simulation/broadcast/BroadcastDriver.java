package dev.supporters.simulation.broadcast;

import dev.supporters.contract.Position;
import dev.supporters.simulation.CommissionBehaviour;
import dev.supporters.simulation.CommissionPlan;
import dev.supporters.simulation.engine.DriverWork;
import dev.supporters.simulation.engine.NightModel;
import dev.supporters.simulation.engine.SimulatedCall;
import dev.supporters.simulation.engine.TravelLeg;

/** One commission driver of a simulated night. Only {@link BroadcastNight} changes it. */
final class BroadcastDriver {

    enum State {
        OFF,
        IDLE,
        /** Has decided to take a call and is about to tap on it. */
        TAPPING,
        PICKING_UP,
        DRIVING,
        /** Drives for another app. */
        LOST
    }

    final CommissionPlan plan;
    final CommissionBehaviour behaviour;
    final DriverWork work = new DriverWork();

    State state = State.OFF;
    TravelLeg leg;
    SimulatedCall call;

    /** Counts changes of plan: what was scheduled before one is void after it. */
    int turn;

    BroadcastDriver(CommissionPlan plan, NightModel model, long seed) {
        this.plan = plan;
        this.behaviour = new CommissionBehaviour(plan, model.night(), model.parameters(), seed);
        this.leg = TravelLeg.standing(plan.start(), 0);
    }

    int number() {
        return plan.number();
    }

    boolean isIdle() {
        return state == State.IDLE;
    }

    Position position(double now) {
        return leg.at(now);
    }
}
