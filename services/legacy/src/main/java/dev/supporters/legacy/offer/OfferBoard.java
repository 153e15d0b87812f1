package dev.supporters.legacy.offer;

import dev.supporters.legacy.dispatch.DispatchState.Offered;
import dev.supporters.legacy.dispatch.LegacyCall;
import dev.supporters.legacy.dispatch.Watcher;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What commission drivers see: a view in memory. Who takes a call is decided in the store. */
@ApplicationScoped
public class OfferBoard implements Watcher {

    private final Drivers drivers;
    private final Clock clock;
    private final Map<String, Versioned<LegacyCall>> offered = new ConcurrentHashMap<>();

    /** The newest version of each call that was seen, so that an older one doesn't put it back. */
    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    public OfferBoard(Drivers drivers, Clock clock) {
        this.drivers = drivers;
        this.clock = clock;
    }

    @Override
    public void stands(Versioned<LegacyCall> call) {
        versions.compute(
                call.id(),
                (id, seen) -> {
                    if (seen != null && seen > call.version()) {
                        return seen;
                    }
                    if (call.value().state() instanceof Offered) {
                        offered.put(id, call);
                    } else {
                        offered.remove(id);
                    }
                    return call.version();
                });
    }

    /** Nearest first; none for a driver who is not available. */
    public List<Offer> offers(String driverId) {
        Instant now = clock.instant();
        return drivers.available(driverId).stream()
                .flatMap(position -> around(position, now))
                .sorted(
                        Comparator.comparingDouble(Offer::metersToOrigin)
                                .thenComparing(offer -> offer.call().id()))
                .toList();
    }

    private Stream<Offer> around(Position position, Instant now) {
        return offered.values().stream()
                .map(call -> offer(call.value(), position, now))
                .flatMap(Optional::stream);
    }

    private static Optional<Offer> offer(LegacyCall call, Position position, Instant now) {
        Position origin =
                new Position(
                        Double.parseDouble(call.details().origin().lat()),
                        Double.parseDouble(call.details().origin().lng()));
        Duration age = Duration.between(call.broadcastTime(), now);
        double meters = position.metersTo(origin);
        return meters <= Broadcast.radiusMeters(age)
                ? Optional.of(new Offer(call, age, meters))
                : Optional.empty();
    }
}
