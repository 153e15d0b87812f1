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
import dev.supporters.routing.decision.Router;
import dev.supporters.routing.decision.RoutingResult;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** The service's gRPC side: decides, measures, and tells the record of the decision. */
@GrpcService
class RoutingGrpc implements RoutingService {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Router router;
    private final Events events;
    private final RouteMetrics metrics;
    private final GrpcResponder responder;

    RoutingGrpc(Router router, Events events, RouteMetrics metrics, GrpcResponder responder) {
        this.router = router;
        this.events = events;
        this.metrics = metrics;
        this.responder = responder;
    }

    @Override
    public Uni<RouteResponse> route(RouteRequest request) {
        long begin = System.nanoTime();
        return responder.answer(() -> routed(request, begin));
    }

    private RouteResponse routed(RouteRequest request, long begin) {
        RoutableCall call = RouteRequests.call(request);
        RoutingResult routed =
                router.route(request.getRequestId(), call, RouteRequests.excluded(request));
        Decision decision = DecisionMapper.decision(routed);
        long nanos = System.nanoTime() - begin;
        metrics.decided(decision, nanos);
        RoutingEvent event =
                RoutingEvent.newBuilder()
                        .setRouted(DecisionMapper.record(routed, decision, nanos / NANOS_PER_MILLI))
                        .build();
        events.publish(
                new Event(
                        Topics.ROUTING,
                        call.callId().value(),
                        "supporters.routing.routed.v1",
                        event));
        return RouteResponse.newBuilder().setDecision(decision).build();
    }
}
