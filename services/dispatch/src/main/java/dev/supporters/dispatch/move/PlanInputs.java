package dev.supporters.dispatch.move;

import dev.supporters.contract.TravelWithoutCar;
import dev.supporters.dispatch.forecast.DemandPlaces;

import java.time.Duration;
import java.util.List;

/**
 * All that a recorded plan is made from, but the places of the forecast. A tick and its replay plan by this one method.
 *
 * @param moves whether moves are planned; rests may be advised without them
 * @param mostMoves as many moves are proposed in one tick at most; what is left over waits for the next tick
 * @param minInterval the policy's least time between two moves of one supporter
 * @param afterDecline the policy's least time after a declined move
 */
public record PlanInputs(
        MoveTick tick,
        boolean moves,
        int mostMoves,
        Duration minInterval,
        Duration afterDecline,
        RestAdvisor rests) {

    public MovePlan plan(DemandPlaces places) {
        MoveSettings settings = MoveSettings.STANDARD.with(minInterval, afterDecline);
        MovePlan plan =
                new MovePlanner(places, TravelWithoutCar.STANDARD, settings, rests).plan(tick);
        return moves ? plan.atMost(mostMoves) : new MovePlan(List.of(), plan.restAdvice(), 0);
    }
}
