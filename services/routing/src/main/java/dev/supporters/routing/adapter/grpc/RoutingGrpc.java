package dev.supporters.routing.adapter.grpc;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RouteRequest;
import dev.supporters.proto.routing.v1.RouteResponse;
import dev.supporters.proto.routing.v1.RoutingService;
import dev.supporters.routing.decision.RoutableCall;
import dev.supporters.routing.decision.Routed;
import dev.supporters.routing.decision.Router;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import java.util.Set;

/** The service's gRPC side: decides, measures, and tells the record of the decision. */
@GrpcService
class RoutingGrpc implements RoutingService {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Router router;
    private final Events events;
    private final RouteMetrics metrics;
    private final GrpcResponder rpc;

    RoutingGrpc(Router router, Events events, RouteMetrics metrics, GrpcResponder rpc) {
        this.router = router;
        this.events = events;
        this.metrics = metrics;
        this.rpc = rpc;
    }

    @Override
    public Uni<RouteResponse> route(RouteRequest request) {
        long begin = System.nanoTime();
        return rpc.answer(() -> routed(request, begin));
    }

    private RouteResponse routed(RouteRequest request, long begin) {
        RoutableCall call = RouteRequests.call(request);
        Routed routed =
                router.route(
                        request.getRequestId(),
                        call,
                        Set.copyOf(request.getExcludedDriverIdsList()));
        Decision decision = Decisions.message(routed);
        long nanos = System.nanoTime() - begin;
        metrics.decided(decision, nanos);
        RoutingEvent event =
                RoutingEvent.newBuilder()
                        .setRouted(Decisions.record(routed, decision, nanos / NANOS_PER_MILLI))
                        .build();
        events.publish(
                new Event(Topics.ROUTING, call.callId(), "supporters.routing.routed.v1", event));
        return RouteResponse.newBuilder().setDecision(decision).build();
    }
}
