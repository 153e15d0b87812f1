package dev.supporters.call.adapter.grpc;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Reasons;
import dev.supporters.call.path.Decided;
import dev.supporters.call.path.Routing;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.proto.routing.v1.RoutingServiceGrpc.RoutingServiceBlockingStub;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

/** The routing function over gRPC. */
@ApplicationScoped
class RoutingClient implements Routing {

    private final RoutingServiceBlockingStub stub;
    private final GuardedCall remote;

    RoutingClient(@GrpcClient("routing") RoutingServiceBlockingStub stub, GuardedCalls remotes) {
        this.stub = stub;
        this.remote = remotes.named("routing");
    }

    @Override
    public Decided route(Versioned<Call> call) {
        RouteRequest request =
                RouteRequest.newBuilder()
                        .setRequestId("call-" + call.id() + "-" + call.version())
                        .setCall(CallMessages.call(call))
                        .addAllExcludedDriverIds(call.value().excludedDrivers())
                        .build();
        return decided(remote.call(() -> stub.route(request)).getDecision());
    }

    /** A decision for the supporters without a command is none. */
    private static Decided decided(Decision decision) {
        if (decision.getCommandId().isEmpty()) {
            return new Decided.ToGeneral(Reasons.of(decision.getReason()), decision.getTagsList());
        }
        return new Decided.Assigned(
                new Command(
                        decision.getCommandId(), decision.getDriverId(), decision.getEtaSeconds()),
                decision.getTagsList());
    }
}
