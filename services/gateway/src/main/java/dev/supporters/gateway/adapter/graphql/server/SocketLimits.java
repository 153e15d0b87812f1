package dev.supporters.gateway.adapter.graphql.server;

import dev.supporters.gateway.GatewayConfig;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

import jakarta.inject.Singleton;

import java.util.concurrent.atomic.AtomicInteger;

/** How many websockets of this process may not have said yet who they are: strangers can take no more of it than these. */
@Singleton
@Startup
class SocketLimits {

    private final AtomicInteger unknown = new AtomicInteger();
    private final Counter refused;
    private final int most;

    SocketLimits(GatewayConfig config, MeterRegistry meters) {
        most = config.socketsWithoutToken();
        meters.gauge("supporters_gateway_sockets_without_token", unknown);
        refused = meters.counter("supporters_gateway_sockets_refused_total");
    }

    /** Whether one more may be open; then it counts until it leaves. */
    boolean enter() {
        if (unknown.incrementAndGet() <= most) {
            return true;
        }
        leave();
        refused.increment();
        return false;
    }

    /** One has said who it is, or is closed. */
    void leave() {
        unknown.decrementAndGet();
    }
}
