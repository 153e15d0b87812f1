package dev.supporters.routing.adapter.grpc;

import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RoutingReason;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How calls are decided, and how fast. */
@ApplicationScoped
class RouteMetrics {

    private final MeterRegistry meters;
    private final Timer timer;
    private final Timer poolTimer;

    RouteMetrics(MeterRegistry meters) {
        this.meters = meters;
        timer =
                Timer.builder("supporters_routing_route_seconds")
                        .description("From the request for a path to the decision")
                        .publishPercentileHistogram()
                        .register(meters);
        poolTimer =
                Timer.builder("supporters_routing_pool_seconds")
                        .description("From the request for held calls to the decision about all")
                        .register(meters);
    }

    void decided(Decision decision, long nanos) {
        timer.record(nanos, TimeUnit.NANOSECONDS);
        decided(decision);
    }

    /** All calls that are held were looked at, once. */
    void poolSolved(long nanos) {
        poolTimer.record(nanos, TimeUnit.NANOSECONDS);
    }

    void decided(Decision decision) {
        meters.counter(
                        "supporters_routing_decisions_total",
                        "path",
                        name(decision.getPath()),
                        "reason",
                        name(decision.getReason()))
                .increment();
    }

    private static String name(DispatchPath path) {
        return path.name().substring("DISPATCH_PATH_".length()).toLowerCase(Locale.ROOT);
    }

    private static String name(RoutingReason reason) {
        return reason.name().substring("ROUTING_REASON_".length()).toLowerCase(Locale.ROOT);
    }
}
