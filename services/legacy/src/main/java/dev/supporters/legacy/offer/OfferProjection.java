package dev.supporters.legacy.offer;

import dev.supporters.contract.Position;
import dev.supporters.legacy.dispatch.CallListener;
import dev.supporters.legacy.dispatch.GeneralCall;
import dev.supporters.legacy.dispatch.GeneralCallState.Offered;
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
public class OfferProjection implements CallListener {

    private final CommissionDriverPositions drivers;
    private final Clock clock;
    private final Map<String, Versioned<GeneralCall>> offered = new ConcurrentHashMap<>();

    /** The newest version of each call that was seen, so that an older one does not put it back. */
    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    public OfferProjection(CommissionDriverPositions drivers, Clock clock) {
        this.drivers = drivers;
        this.clock = clock;
    }

    @Override
    public void changed(Versioned<GeneralCall> call) {
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
    public List<CommissionOffer> offers(String driverId) {
        Instant now = clock.instant();
        return drivers.available(driverId).stream()
                .flatMap(position -> around(position, now))
                .sorted(
                        Comparator.comparingDouble(CommissionOffer::metersToOrigin)
                                .thenComparing(offer -> offer.call().id()))
                .toList();
    }

    private Stream<CommissionOffer> around(Position position, Instant now) {
        return offered.values().stream()
                .map(call -> offer(call.value(), position, now))
                .flatMap(Optional::stream);
    }

    private static Optional<CommissionOffer> offer(
            GeneralCall call, Position position, Instant now) {
        Position origin = call.details().origin().position().orElseThrow();
        Duration age = Duration.between(call.broadcastTime(), now);
        double meters = position.metersTo(origin);
        return meters <= OfferRadius.radiusMeters(age)
                ? Optional.of(new CommissionOffer(call, age, meters))
                : Optional.empty();
    }

    /** A call that a commission driver may take. */
    public record CommissionOffer(GeneralCall call, Duration age, double metersToOrigin) {}
}
