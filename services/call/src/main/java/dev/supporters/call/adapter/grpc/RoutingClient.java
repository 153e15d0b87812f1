package dev.supporters.call.adapter.grpc;

import static java.util.stream.Collectors.toMap;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallProtoMapper;
import dev.supporters.call.life.DispatchReasons;
import dev.supporters.call.path.PathDecision;
import dev.supporters.call.path.PathRouter;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RouteHeldRequest;
import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.proto.routing.v1.RoutingServiceGrpc.RoutingServiceBlockingStub;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Map;

/** Routing over gRPC. Calls that are held have bounds of their own, so that they can't stand in the way of a new one. */
@ApplicationScoped
class RoutingClient implements PathRouter {

    private final RoutingServiceBlockingStub stub;
    private final GuardedCall callee;
    private final GuardedCall patient;

    RoutingClient(@GrpcClient("routing") RoutingServiceBlockingStub stub, GuardedCalls callees) {
        this.stub = stub;
        callee = callees.named("routing");
        patient = callees.named("routing-held");
    }

    @Override
    public PathDecision route(Versioned<Call> call) {
        RouteRequest request = request(call);
        return decision(callee.call(() -> stub.route(request)).getDecision());
    }

    @Override
    public Map<CallId, PathDecision> routeHeld(List<Versioned<Call>> calls) {
        RouteHeldRequest request =
                RouteHeldRequest.newBuilder()
                        .addAllCalls(calls.stream().map(RoutingClient::request).toList())
                        .build();
        return patient.call(() -> stub.routeHeld(request)).getDecisionsList().stream()
                .collect(
                        toMap(
                                decision -> new CallId(decision.getCallId()),
                                RoutingClient::decision,
                                (one, other) -> one));
    }

    private static RouteRequest request(Versioned<Call> call) {
        return RouteRequest.newBuilder()
                .setRequestId("call-" + call.id() + "-" + call.version())
                .setCall(CallProtoMapper.toProto(call))
                .addAllExcludedDriverIds(
                        call.value().excludedDrivers().stream().map(DriverId::value).toList())
                .build();
    }

    /** Without a command the call waits, or goes to general dispatch. */
    private static PathDecision decision(Decision decision) {
        if (decision.getReason() == RoutingReason.ROUTING_REASON_HELD) {
            return new PathDecision.Held(
                    Timestamps.instant(decision.getHoldUntilTime()), decision.getTagsList());
        }
        if (decision.getCommandId().isEmpty()) {
            return new PathDecision.ToGeneral(
                    DispatchReasons.of(decision.getReason()),
                    decision.getTagsList(),
                    decision.getReason() != RoutingReason.ROUTING_REASON_COMMANDER_UNAVAILABLE);
        }
        return new PathDecision.Assigned(
                new Command(
                        decision.getCommandId(),
                        new DriverId(decision.getDriverId()),
                        decision.getEtaSeconds()),
                decision.getTagsList());
    }
}
