package dev.supporters.simulation.engine;

import dev.supporters.contract.Position;
import dev.supporters.dispatch.move.MoveTick;

/** Says what a supporter does in the planner's words. */
final class MoveTicks {

    private MoveTicks() {}

    static MoveTick.SupporterAtWork supporter(SimulatedSupporter supporter, double now) {
        Position where =
                switch (supporter.state) {
                    case PICKING_UP, DRIVING -> supporter.call.destination();
                    case IDLE -> supporter.moving ? supporter.leg.to() : supporter.position(now);
                    case OFF, RESTING, COMMANDED -> supporter.position(now);
                };
        MoveTick.State state =
                switch (supporter.state) {
                    case IDLE -> idle(supporter, now);
                    case OFF, RESTING -> MoveTick.State.RESTING;
                    case COMMANDED -> MoveTick.State.COMMANDED;
                    case PICKING_UP -> MoveTick.State.PICKING_UP;
                    case DRIVING -> MoveTick.State.DRIVING;
                };
        double freeIn =
                switch (state) {
                    case MOVING -> supporter.expectedArrival - now;
                    case PICKING_UP, DRIVING -> supporter.expectedFreeAt - now;
                    case IDLE, RESTING, COMMANDED -> 0;
                };
        return new MoveTick.SupporterAtWork(
                supporter.id,
                state,
                where,
                Math.max(0, freeIn),
                supporter.next != null,
                now - supporter.askedToMoveAt,
                now - supporter.declinedMoveAt,
                supporter.restOpen);
    }

    /** Who is out of reach is asked as little as one who rests. */
    private static MoveTick.State idle(SimulatedSupporter supporter, double now) {
        if (supporter.isDark(now)) {
            return MoveTick.State.RESTING;
        }
        return supporter.moving ? MoveTick.State.MOVING : MoveTick.State.IDLE;
    }
}
