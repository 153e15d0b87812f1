package dev.supporters.gateway.adapter.graphql.server;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.ClientAddresses;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Principal.Role;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many websockets of this process strangers may have, who have not said yet who they are, all together and from one address, and how
 * many one person may have: nobody takes all of it.
 */
@Singleton
@Startup
class SocketLimits {

    private static final String FORWARDED = "X-Forwarded-For";

    private final AtomicInteger unknown = new AtomicInteger();
    private final ClientAddresses clients;
    private final int most;
    private final KeyLimits addresses;
    private final KeyLimits persons;
    private final Counter refusedByProcess;
    private final Counter refusedByAddress;
    private final Counter refusedByPerson;

    SocketLimits(GatewayConfig config, MeterRegistry meters) {
        clients = new ClientAddresses(config.trustedProxies().orElse(List.of()));
        most = config.socketsWithoutToken();
        addresses = new KeyLimits(config.socketsWithoutTokenPerAddress());
        persons = new KeyLimits(config.socketsPerPerson());
        meters.gauge("supporters_gateway_sockets_without_token", unknown);
        refusedByProcess = refused(meters, "process");
        refusedByAddress = refused(meters, "address");
        refusedByPerson = refused(meters, "person");
    }

    private static Counter refused(MeterRegistry meters, String limit) {
        return meters.counter("supporters_gateway_sockets_refused_total", "limit", limit);
    }

    /** From which address a request comes. */
    String address(HttpServerRequest request) {
        String connection =
                Optional.ofNullable(request.remoteAddress())
                        .map(SocketAddress::hostAddress)
                        .orElse("unknown");
        return clients.of(connection, request.headers().getAll(FORWARDED));
    }

    /** Whether one more stranger may come from there; then it counts until it leaves. */
    boolean strangerEnters(String address) {
        if (!addresses.enter(address)) {
            refusedByAddress.increment();
            return false;
        }
        if (unknown.incrementAndGet() > most) {
            strangerLeaves(address);
            refusedByProcess.increment();
            return false;
        }
        return true;
    }

    /** One has said who it is, or is closed. */
    void strangerLeaves(String address) {
        unknown.decrementAndGet();
        addresses.leave(address);
    }

    /** Whether the person may have one more; then it counts until it leaves. A service is no person, but speaks for many. */
    boolean personEnters(Principal person) {
        if (person.is(Role.SERVICE) || persons.enter(person.id())) {
            return true;
        }
        refusedByPerson.increment();
        return false;
    }

    /** One of the person's is closed. */
    void personLeaves(Principal person) {
        if (!person.is(Role.SERVICE)) {
            persons.leave(person.id());
        }
    }

    /** How many there are of each; 0 is no limit. */
    private static final class KeyLimits {

        private final Map<String, Integer> counts = new ConcurrentHashMap<>();
        private final int most;

        KeyLimits(int most) {
            this.most = most;
        }

        boolean enter(String key) {
            if (most == 0 || counts.merge(key, 1, Integer::sum) <= most) {
                return true;
            }
            leave(key);
            return false;
        }

        void leave(String key) {
            counts.computeIfPresent(key, (_, number) -> number == 1 ? null : number - 1);
        }
    }
}
