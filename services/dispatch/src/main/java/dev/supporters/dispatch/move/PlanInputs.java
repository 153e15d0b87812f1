package dev.supporters.dispatch.move;

import dev.supporters.contract.TravelWithoutCar;
import dev.supporters.dispatch.forecast.DemandForecast;
import dev.supporters.dispatch.forecast.DemandPlaces;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All that a recorded plan is made from, but the places of the forecast. A tick and its replay plan by this one method.
 *
 * @param moves whether moves are planned; rests may be advised without them
 * @param mostMoves as many moves are proposed in one tick at most; what is left over waits for the next tick
 * @param minInterval the policy's least time between two moves of one supporter
 * @param afterDecline the policy's least time after a declined move
 * @param reach which of the expected calls may come to supporters
 */
public record PlanInputs(
        MoveTick tick,
        boolean moves,
        int mostMoves,
        Duration minInterval,
        Duration afterDecline,
        RestAdvisor rests,
        DemandReach reach) {

    /** Whether no call that may come to a supporter is expected before the window ends: then nobody is sent anywhere. */
    public boolean nothingExpected(DemandPlaces places) {
        DemandForecast forecast =
                DemandForecast.of(places, tick.now(), 0, tick.observed(), reach::share);
        return IntStream.range(0, places.history().cells().size())
                .allMatch(cell -> forecast.calls(cell, tick.now(), tick.windowEnd()) == 0);
    }

    public MovePlan plan(DemandPlaces places) {
        MoveSettings settings = MoveSettings.STANDARD.with(minInterval, afterDecline);
        MovePlan plan =
                new MovePlanner(places, TravelWithoutCar.STANDARD, settings, rests)
                        .plan(tick, reach);
        return moves ? plan.atMost(mostMoves) : new MovePlan(List.of(), plan.restAdvice(), 0);
    }
}
