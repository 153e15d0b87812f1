package dev.supporters.driver.roster;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The drivers, their memberships and modes. */
@ApplicationScoped
public class Roster {

    private static final int MOST_AT_ONCE = 1000;

    private final AggregateStore<Profile> profiles;
    private final Clock clock;

    Roster(AggregateStore<Profile> profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    public Profile get(DriverId driverId) {
        return profiles.find(driverId.value())
                .map(Versioned::value)
                .orElseThrow(() -> notFound(driverId));
    }

    /** Those that there are, in no order. */
    public List<Profile> get(Collection<DriverId> driverIds) {
        if (driverIds.size() > MOST_AT_ONCE) {
            throw Refusal.invalid(
                    "driver_ids", driverIds.size() + " ids", "at most " + MOST_AT_ONCE);
        }
        List<String> ids = driverIds.stream().map(DriverId::value).distinct().toList();
        return profiles.findAll(ids).stream().map(Versioned::value).toList();
    }

    /** Puts a whole profile; its version and create time are given here. */
    public Profile put(
            String requestId, DriverId driverId, String name, List<Membership> memberships) {
        Require.requestId(requestId);
        Profile put = new Profile(driverId, name, memberships, clock.instant(), 1);
        return profiles.change(
                        driverId.value(),
                        requestId,
                        (current, version) ->
                                current.map(profile -> profile.replacedBy(put, version))
                                        .orElse(Optional.of(put))
                                        .map(Roster::change))
                .value();
    }

    public Profile setMode(
            String requestId, DriverId driverId, Product product, ActivityMode mode) {
        Require.requestId(requestId);
        Products.required(product);
        Membership.requireMode(mode);
        return profiles.change(
                        driverId.value(),
                        requestId,
                        (current, version) ->
                                current.orElseThrow(() -> notFound(driverId))
                                        .switched(product, mode, version)
                                        .map(Roster::change))
                .value();
    }

    private static Change<Profile> change(Profile next) {
        return Change.to(next, DriverEvents.put(next));
    }

    private static Refusal notFound(DriverId driverId) {
        return new Refusal(
                ErrorReason.ERROR_REASON_DRIVER_NOT_FOUND,
                "driver_id: " + driverId,
                "a driver that was put");
    }
}
