package dev.supporters.simulation.engine;

import dev.supporters.contract.Position;
import dev.supporters.simulation.CheatingBehaviour;

/** What those supporters do who play the system. All draws have keys of their own: without cheaters a night is as it was. */
final class SimulatedCheating {

    private final NightState night;
    private final NightModel model;

    SimulatedCheating(NightState night) {
        this.night = night;
        this.model = night.model;
    }

    boolean refuses(SimulatedSupporter supporter, SimulatedCall call) {
        return behaviour(supporter).refuses(call.number());
    }

    /** Whether the driver phones the customer, who then cancels. */
    boolean makesCancel(SimulatedSupporter supporter, SimulatedCall call) {
        return behaviour(supporter).makesCancel(call.number());
    }

    /** Seconds from the acceptance until the customer who was phoned has cancelled. */
    double cancelsAfter(SimulatedSupporter supporter, SimulatedCall call) {
        return behaviour(supporter).cancelsAfter(call.number());
    }

    /** Seconds by which the driver is late to say that the drive has ended. */
    double completesLate(SimulatedSupporter supporter, SimulatedCall call) {
        return behaviour(supporter)
                .completesLate(call.number(), model.parameters().forgetsToComplete());
    }

    /** The share of the way to the customer after which the driver says to have arrived. */
    double arrivesAfter(SimulatedSupporter supporter, SimulatedCall call) {
        return behaviour(supporter).arrivesAfter(call.number());
    }

    boolean waitsInTheCold(SimulatedSupporter supporter) {
        return behaviour(supporter).waitsInTheCold();
    }

    /** Whether the driver, who has just begun to wait, goes to where no calls come. */
    boolean goesToTheCold(SimulatedSupporter supporter) {
        return behaviour(supporter).goesToTheCold(supporter.spells);
    }

    /** Somewhere outside, not far. */
    Position coldPlace(SimulatedSupporter supporter) {
        return behaviour(supporter)
                .coldPlace(model.night(), supporter.position(night.now()), supporter.spells);
    }

    /** Whether the driver, who waits, switches the positions off now. */
    boolean goesDark(SimulatedSupporter supporter) {
        return behaviour(supporter).goesDark(supporter.darkTimes++);
    }

    double darkSeconds(SimulatedSupporter supporter) {
        return behaviour(supporter).darkSeconds(supporter.darkTimes);
    }

    private CheatingBehaviour behaviour(SimulatedSupporter supporter) {
        return new CheatingBehaviour(
                supporter.cheats,
                model.parameters().cheaters().effort(),
                (kind, number) -> model.draws(kind, supporter.number(), number));
    }
}
