package dev.supporters.load.floor;

import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RouteHeldRequest;
import dev.supporters.proto.routing.v1.RouteHeldResponse;
import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.proto.routing.v1.RouteResponse;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.proto.routing.v1.RoutingService;

import io.grpc.Status;
import io.quarkus.grpc.GrpcService;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;

import java.util.concurrent.ExecutorService;

/** Answers the same messages as routing, after one conditional update of one document and nothing else. */
@GrpcService
class FloorGrpc implements RoutingService {

    private final FloorDocuments slots;
    private final ExecutorService virtualThreads;

    FloorGrpc(FloorDocuments slots, @VirtualThreads ExecutorService virtualThreads) {
        this.slots = slots;
        this.virtualThreads = virtualThreads;
    }

    @Override
    public Uni<RouteResponse> route(RouteRequest request) {
        return Uni.createFrom()
                .item(() -> claimed(request.getCall()))
                .runSubscriptionOn(virtualThreads);
    }

    @Override
    public Uni<RouteHeldResponse> routeHeld(RouteHeldRequest request) {
        return Uni.createFrom().failure(Status.UNIMPLEMENTED.asRuntimeException());
    }

    private RouteResponse claimed(Call call) {
        FloorDocument slot = slots.claim(call.getCallId());
        return RouteResponse.newBuilder()
                .setDecision(
                        Decision.newBuilder()
                                .setCallId(call.getCallId())
                                .setPath(DispatchPath.DISPATCH_PATH_SUPPORTERS)
                                .setReason(RoutingReason.ROUTING_REASON_ASSIGNED)
                                .setDriverId(slot.driverId())
                                .setCommandId(slot.driverId() + "-" + slot.version()))
                .build();
    }
}
