package dev.supporters.simulation.engine;

import dev.supporters.dispatch.move.MovePlan;
import dev.supporters.simulation.NightParameters;
import dev.supporters.simulation.RandomVariates;

import java.util.SplittableRandom;

/** Moves and rests that are recommended, and what supporters do about them. */
final class SimulatedMoves {

    private final NightState night;
    private final NightParameters parameters;
    private final SupporterShifts shifts;

    SimulatedMoves(NightState night, SupporterShifts shifts) {
        this.night = night;
        this.parameters = night.model.parameters();
        this.shifts = shifts;
    }

    void plan() {
        MovePlan plan =
                night.decisions.plan(night.supporters, night.observed, night.reach(), night.now());
        plan.restAdvice().forEach(driver -> adviseRest(night.supporter(driver)));
        plan.proposals().forEach(move -> propose(night.supporter(move.driver()), move));
    }

    private void adviseRest(SimulatedSupporter supporter) {
        supporter.restOpen = false;
        night.moves.restAdvice();
        SplittableRandom random = night.model.draws("rest-advice", supporter.number(), 0);
        if (supporter.restsTonight
                && RandomVariates.happens(random, parameters.followsRestAdvice())) {
            night.moves.restFollowed();
            shifts.rest(supporter);
        }
    }

    private void propose(SimulatedSupporter supporter, MovePlan.Proposal move) {
        double now = night.now();
        night.moves.proposed();
        SplittableRandom random =
                night.model.draws("move", supporter.number(), supporter.movesAsked++);
        boolean follows =
                RandomVariates.happens(random, parameters.followsMove())
                        && !night.cheating.waitsInTheCold(supporter);
        night.facts.answeredMove(supporter, now, !follows);
        if (!follows) {
            supporter.declinedMoveAt = now;
            night.moves.declined();
            return;
        }
        supporter.askedToMoveAt = now;
        shifts.walk(supporter, move.target(), random);
        supporter.moving = true;
        supporter.expectedArrival = now + move.seconds();
        int turn = ++supporter.turn;
        night.events.schedule(
                supporter.leg.end(),
                () -> {
                    if (supporter.turn == turn && supporter.isIdle()) {
                        supporter.moving = false;
                        night.moves.arrived();
                    }
                });
    }
}
