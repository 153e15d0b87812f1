package dev.supporters.routing.adapter.grpc;

import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.routing.decision.ZoneFinding;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How calls are decided, and how fast. */
@Startup // alerts watch its counters
@ApplicationScoped
class RouteMetrics {

    /** What an alert counts, so it is there from the start with 0. */
    private static final List<RoutingReason> FAILURES =
            List.of(
                    RoutingReason.ROUTING_REASON_TAGGING_UNAVAILABLE,
                    RoutingReason.ROUTING_REASON_COMMANDER_UNAVAILABLE);

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
        for (RoutingReason reason : FAILURES) {
            decisions(DispatchPath.DISPATCH_PATH_GENERAL, reason);
        }
        var _ = zoneChecks("outdated");
    }

    void decided(Decision decision, ZoneFinding zones, long nanos) {
        timer.record(nanos, TimeUnit.NANOSECONDS);
        decided(decision, zones);
    }

    /** All calls that are held were looked at, once. */
    void poolSolved(long nanos) {
        poolTimer.record(nanos, TimeUnit.NANOSECONDS);
    }

    void decided(Decision decision, ZoneFinding zones) {
        decisions(decision.getPath(), decision.getReason()).increment();
        if (!zones.basis().isEmpty()) {
            zoneChecks(zones.basis()).increment();
        }
    }

    private Counter zoneChecks(String basis) {
        return meters.counter("supporters_routing_zone_checks_total", "basis", basis);
    }

    private Counter decisions(DispatchPath path, RoutingReason reason) {
        return meters.counter(
                "supporters_routing_decisions_total", "path", name(path), "reason", name(reason));
    }

    private static String name(DispatchPath path) {
        return path.name().substring("DISPATCH_PATH_".length()).toLowerCase(Locale.ROOT);
    }

    private static String name(RoutingReason reason) {
        return reason.name().substring("ROUTING_REASON_".length()).toLowerCase(Locale.ROOT);
    }
}
