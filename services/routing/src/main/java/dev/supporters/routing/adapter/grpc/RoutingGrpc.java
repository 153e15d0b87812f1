package dev.supporters.routing.adapter.grpc;

import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RouteHeldRequest;
import dev.supporters.proto.routing.v1.RouteHeldResponse;
import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.proto.routing.v1.RouteResponse;
import dev.supporters.proto.routing.v1.RoutingService;
import dev.supporters.routing.decision.HeldRouter;
import dev.supporters.routing.decision.HeldRouter.PoolResult;
import dev.supporters.routing.decision.Router;
import dev.supporters.routing.decision.RoutingResult;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** The service's gRPC side: decides, measures, and tells the record of the decision. */
@GrpcService
class RoutingGrpc implements RoutingService {

    private final Router router;
    private final HeldRouter pool;
    private final DecisionMessages events;
    private final RouteMetrics metrics;
    private final GrpcResponder responder;

    RoutingGrpc(
            Router router,
            HeldRouter pool,
            DecisionMessages events,
            RouteMetrics metrics,
            GrpcResponder responder) {
        this.router = router;
        this.pool = pool;
        this.events = events;
        this.metrics = metrics;
        this.responder = responder;
    }

    @Override
    public Uni<RouteResponse> route(RouteRequest request) {
        long begin = System.nanoTime();
        return responder.answer(() -> routed(request, begin));
    }

    @Override
    public Uni<RouteHeldResponse> routeHeld(RouteHeldRequest request) {
        long begin = System.nanoTime();
        return responder.answer(() -> heldRouted(request, begin));
    }

    private RouteResponse routed(RouteRequest request, long begin) {
        RoutingResult routed =
                router.route(
                        request.getRequestId(),
                        RouteRequests.call(request),
                        RouteRequests.excluded(request));
        Decision decision = DecisionMapper.decision(routed);
        long nanos = System.nanoTime() - begin;
        metrics.decided(decision, routed.context().zones(), nanos);
        events.decided(routed.context(), decision, nanos);
        return RouteResponse.newBuilder().setDecision(decision).build();
    }

    private RouteHeldResponse heldRouted(RouteHeldRequest request, long begin) {
        PoolResult result = pool.route(RouteRequests.held(request));
        long nanos = System.nanoTime() - begin;
        metrics.poolSolved(nanos);
        events.poolSolved(result, nanos);
        RouteHeldResponse.Builder response = RouteHeldResponse.newBuilder();
        for (RoutingResult routed : result.results()) {
            Decision decision = DecisionMapper.decision(routed);
            metrics.decided(decision, routed.context().zones());
            events.decided(routed.context(), decision, nanos);
            response.addDecisions(decision);
        }
        return response.build();
    }
}
