package dev.supporters.replay;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.move.DemandReach;
import dev.supporters.dispatch.move.MovePlan;
import dev.supporters.dispatch.move.MoveTick;
import dev.supporters.dispatch.move.MoveTick.State;
import dev.supporters.dispatch.move.PlanInputs;
import dev.supporters.dispatch.move.RestAdvisor;
import dev.supporters.proto.mlgateway.v1.MoveTickInputs;
import dev.supporters.proto.mlgateway.v1.PlannedMove;
import dev.supporters.proto.mlgateway.v1.PlannedMoves;
import dev.supporters.proto.mlgateway.v1.PlannedSupporter;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The recorded inputs of a tick as values, and a plan as it is recorded. */
final class PlanInputsMapper {

    private static final double MILLIS = 1000;

    private PlanInputsMapper() {}

    static PlanInputs inputs(MoveTickInputs record) {
        MoveTick tick =
                new MoveTick(
                        record.getNowSeconds(),
                        record.getWindowEndSeconds(),
                        record.getAfterMidnight(),
                        record.getSeed(),
                        record.getObservedCallsMap(),
                        record.getSupportersList().stream()
                                .map(PlanInputsMapper::supporter)
                                .toList());
        RestAdvisor rests =
                record.hasRests()
                        ? new RestAdvisor(
                                duration(record.getRests().getBeginSeconds()),
                                duration(record.getRests().getEndSeconds()),
                                record.getRests().getMostResting(),
                                record.getRests().getPerTick())
                        : RestAdvisor.OFF;
        return new PlanInputs(
                tick,
                record.getMovesEnabled(),
                record.getMostMoves() == 0 ? Integer.MAX_VALUE : record.getMostMoves(),
                duration(record.getMinIntervalSeconds()),
                duration(record.getAfterDeclineSeconds()),
                rests,
                record.hasReach() ? reach(record.getReach()) : DemandReach.ALL);
    }

    /** Zones have at least one cell. */
    private static DemandReach reach(dev.supporters.proto.mlgateway.v1.DemandReach record) {
        return new DemandReach(
                record.getZonesVersion(),
                record.getCellsCount() == 0
                        ? Optional.empty()
                        : Optional.of(Set.copyOf(record.getCellsList())),
                record.getRolloutPercent());
    }

    static PlannedMoves record(MovePlan plan) {
        PlannedMoves.Builder record = PlannedMoves.newBuilder();
        for (MovePlan.Proposal proposal : plan.proposals()) {
            record.addMoves(
                    PlannedMove.newBuilder()
                            .setDriverId(proposal.driver().value())
                            .setCell(proposal.cell())
                            .setTarget(proposal.target().toProto())
                            .setTravelSeconds(proposal.seconds())
                            .setValue(proposal.value())
                            .setStayValue(proposal.stayValue()));
        }
        plan.restAdvice().forEach(driver -> record.addRestDriverIds(driver.value()));
        return record.setPostponedMoves(plan.postponed()).build();
    }

    private static MoveTick.SupporterAtWork supporter(PlannedSupporter record) {
        return new MoveTick.SupporterAtWork(
                new DriverId(record.getDriverId()),
                state(record),
                Position.of(record.getLocation()),
                record.getFreeInSeconds(),
                record.getChained(),
                record.getSinceMoveSeconds(),
                record.getSinceDeclineSeconds(),
                record.getRestOpen());
    }

    private static State state(PlannedSupporter record) {
        return switch (record.getState()) {
            case PLANNED_SUPPORTER_STATE_IDLE -> State.IDLE;
            case PLANNED_SUPPORTER_STATE_RESTING -> State.RESTING;
            case PLANNED_SUPPORTER_STATE_MOVING -> State.MOVING;
            case PLANNED_SUPPORTER_STATE_COMMANDED -> State.COMMANDED;
            case PLANNED_SUPPORTER_STATE_PICKING_UP -> State.PICKING_UP;
            case PLANNED_SUPPORTER_STATE_DRIVING -> State.DRIVING;
            case PLANNED_SUPPORTER_STATE_UNSPECIFIED, UNRECOGNIZED ->
                    throw new IllegalArgumentException(
                            "state of "
                                    + record.getDriverId()
                                    + ": "
                                    + record.getState()
                                    + " (expected: a state that this version knows)");
        };
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * MILLIS));
    }
}
