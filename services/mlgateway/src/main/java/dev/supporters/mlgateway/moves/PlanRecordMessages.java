package dev.supporters.mlgateway.moves;

import dev.supporters.dispatch.move.MovePlan;
import dev.supporters.dispatch.move.MoveTick;
import dev.supporters.dispatch.move.PlanInputs;
import dev.supporters.dispatch.move.RestAdvisor;
import dev.supporters.proto.mlgateway.v1.DemandReach;
import dev.supporters.proto.mlgateway.v1.MoveTickInputs;
import dev.supporters.proto.mlgateway.v1.PlannedMove;
import dev.supporters.proto.mlgateway.v1.PlannedMoves;
import dev.supporters.proto.mlgateway.v1.PlannedSupporter;
import dev.supporters.proto.mlgateway.v1.PlannedSupporterState;
import dev.supporters.proto.mlgateway.v1.RestSettings;

import java.time.Duration;
import java.util.Set;

/** Inputs and plans as they are recorded. Every number keeps all its bits. */
final class PlanRecordMessages {

    private static final double MILLIS = 1000;
    private static final String STATE = "PLANNED_SUPPORTER_STATE_";

    private PlanRecordMessages() {}

    static MoveTickInputs write(PlanInputs inputs) {
        MoveTick tick = inputs.tick();
        MoveTickInputs.Builder message =
                MoveTickInputs.newBuilder()
                        .setNowSeconds(tick.now())
                        .setWindowEndSeconds(tick.windowEnd())
                        .setAfterMidnight(tick.afterMidnight())
                        .setSeed(tick.seed())
                        .putAllObservedCalls(tick.observed())
                        .setMovesEnabled(inputs.moves())
                        .setMostMoves(inputs.mostMoves())
                        .setMinIntervalSeconds(seconds(inputs.minInterval()))
                        .setAfterDeclineSeconds(seconds(inputs.afterDecline()))
                        .setReach(write(inputs.reach()));
        tick.supporters().forEach(supporter -> message.addSupporters(write(supporter)));
        if (!inputs.rests().equals(RestAdvisor.OFF)) {
            message.setRests(
                    RestSettings.newBuilder()
                            .setBeginSeconds(seconds(inputs.rests().begin()))
                            .setEndSeconds(seconds(inputs.rests().end()))
                            .setMostResting(inputs.rests().mostResting())
                            .setPerTick(inputs.rests().perTick()));
        }
        return message.build();
    }

    private static DemandReach write(dev.supporters.dispatch.move.DemandReach reach) {
        return DemandReach.newBuilder()
                .setZonesVersion(reach.zonesVersion())
                .addAllCells(reach.cells().stream().flatMap(Set::stream).sorted().toList())
                .setRolloutPercent(reach.rolloutPercent())
                .build();
    }

    static PlannedMoves write(MovePlan plan) {
        PlannedMoves.Builder message = PlannedMoves.newBuilder();
        for (MovePlan.Proposal proposal : plan.proposals()) {
            message.addMoves(
                    PlannedMove.newBuilder()
                            .setDriverId(proposal.driver().value())
                            .setCell(proposal.cell())
                            .setTarget(proposal.target().toProto())
                            .setTravelSeconds(proposal.seconds())
                            .setValue(proposal.value())
                            .setStayValue(proposal.stayValue()));
        }
        plan.restAdvice().forEach(driver -> message.addRestDriverIds(driver.value()));
        return message.setPostponedMoves(plan.postponed()).build();
    }

    private static PlannedSupporter write(MoveTick.SupporterAtWork supporter) {
        return PlannedSupporter.newBuilder()
                .setDriverId(supporter.driver().value())
                .setState(PlannedSupporterState.valueOf(STATE + supporter.state().name()))
                .setLocation(supporter.position().toProto())
                .setFreeInSeconds(supporter.freeIn())
                .setChained(supporter.chained())
                .setSinceMoveSeconds(supporter.sinceMove())
                .setSinceDeclineSeconds(supporter.sinceDecline())
                .setRestOpen(supporter.restOpen())
                .build();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
