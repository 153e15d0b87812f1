package dev.supporters.commander.adapter.grpc;

import dev.supporters.commander.slot.DriverPositions;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.activity.v1.ActivityServiceGrpc.ActivityServiceBlockingStub;
import dev.supporters.proto.activity.v1.GetPositionRequest;
import dev.supporters.proto.activity.v1.GetPositionResponse;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;

/** Asks the service activity. */
@ApplicationScoped
class ActivityPositionClient implements DriverPositions {

    private final ActivityServiceBlockingStub stub;
    private final GuardedCall callee;

    ActivityPositionClient(
            @GrpcClient("activity") ActivityServiceBlockingStub stub, GuardedCalls callees) {
        this.stub = stub;
        callee = callees.named("activity");
    }

    @Override
    public Optional<SeenPosition> last(DriverId driverId) {
        GetPositionRequest request =
                GetPositionRequest.newBuilder().setDriverId(driverId.value()).build();
        GetPositionResponse found = callee.call(() -> stub.getPosition(request));
        return found.hasLocation()
                ? Optional.of(
                        new SeenPosition(
                                Position.of(found.getLocation()),
                                Timestamps.instant(found.getEventTime())))
                : Optional.empty();
    }
}
