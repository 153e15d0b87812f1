package dev.supporters.routing.adapter.grpc;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.routing.decision.DecisionContext;
import dev.supporters.routing.decision.DriverAssigner.AssignResult;
import dev.supporters.routing.decision.RoutingResult;

/** Decisions as they travel. */
final class DecisionMapper {

    private DecisionMapper() {}

    static Decision decision(RoutingResult routed) {
        DecisionContext context = routed.context();
        Decision.Builder decision =
                Decision.newBuilder()
                        .setCallId(context.call().callId().value())
                        .setReason(routed.reason())
                        .setRegion(context.region())
                        .setPolicyVersion(context.policyVersion())
                        .setModel(context.model())
                        .addAllTags(context.tags());
        return switch (routed) {
            case RoutingResult.General general ->
                    decision.setPath(DispatchPath.DISPATCH_PATH_GENERAL).build();
            case RoutingResult.Held held ->
                    decision.setHoldUntilTime(Timestamps.of(held.until())).build();
            case RoutingResult.Assigned assigned -> commanded(decision, assigned.command());
        };
    }

    private static Decision commanded(Decision.Builder decision, AssignResult.Commanded command) {
        return decision.setPath(DispatchPath.DISPATCH_PATH_SUPPORTERS)
                .setDriverId(command.driverId().value())
                .setCommandId(command.commandId())
                .setEtaSeconds(command.etaSeconds())
                .setDeadlineTime(Timestamps.of(command.deadline()))
                .build();
    }
}
