package dev.supporters.call.adapter.grpc;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallProtoMapper;
import dev.supporters.call.life.DispatchReasons;
import dev.supporters.call.path.PathDecision;
import dev.supporters.call.path.PathRouter;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.proto.routing.v1.RoutingServiceGrpc.RoutingServiceBlockingStub;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

/** Routing over gRPC. */
@ApplicationScoped
class RoutingClient implements PathRouter {

    private final RoutingServiceBlockingStub stub;
    private final GuardedCall callee;

    RoutingClient(@GrpcClient("routing") RoutingServiceBlockingStub stub, GuardedCalls callees) {
        this.stub = stub;
        callee = callees.named("routing");
    }

    @Override
    public PathDecision route(Versioned<Call> call) {
        RouteRequest request =
                RouteRequest.newBuilder()
                        .setRequestId("call-" + call.id() + "-" + call.version())
                        .setCall(CallProtoMapper.toProto(call))
                        .addAllExcludedDriverIds(
                                call.value().excludedDrivers().stream()
                                        .map(DriverId::value)
                                        .toList())
                        .build();
        return decision(callee.call(() -> stub.route(request)).getDecision());
    }

    /** Without a command the call goes to general dispatch. */
    private static PathDecision decision(Decision decision) {
        if (decision.getCommandId().isEmpty()) {
            return new PathDecision.ToGeneral(
                    DispatchReasons.of(decision.getReason()), decision.getTagsList());
        }
        return new PathDecision.Assigned(
                new Command(
                        decision.getCommandId(),
                        new DriverId(decision.getDriverId()),
                        decision.getEtaSeconds()),
                decision.getTagsList());
    }
}
