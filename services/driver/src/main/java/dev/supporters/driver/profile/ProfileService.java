package dev.supporters.driver.profile;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.application.Applications;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The drivers' profiles, with their memberships and modes. */
@ApplicationScoped
public class ProfileService {

    private final AggregateStore<Profile> profiles;
    private final Clock clock;

    public ProfileService(AggregateStore<Profile> profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    public Profile get(DriverId driverId) {
        return profiles.find(driverId.value())
                .map(Versioned::value)
                .orElseThrow(() -> notFound(driverId));
    }

    /** The profiles of those drivers that exist, in no order. */
    public List<Profile> get(Collection<DriverId> driverIds) {
        List<String> ids = driverIds.stream().map(DriverId::value).distinct().toList();
        return profiles.findAll(ids).stream().map(Versioned::value).toList();
    }

    /** Puts a whole profile; its version and create time are given here. */
    public Profile put(
            String requestId, DriverId driverId, String name, List<Profile.Membership> members) {
        // the store keeps milliseconds, and every answer must have the same create time
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Profile put = new Profile(driverId, name, members, Applications.NONE, now, 1);
        return profiles.change(
                        driverId.value(),
                        RequestCause.of("put", requestId, name, members),
                        (current, version) ->
                                current.map(profile ->
                                                profile.replacedBy(name, members, now, version))
                                        .orElse(Optional.of(put))
                                        .map(ProfileService::change))
                .value();
    }

    public Profile setMode(
            String requestId, DriverId driverId, Product product, ActivityMode mode) {
        return profiles.change(
                        driverId.value(),
                        RequestCause.of("setActivityMode", requestId, product, mode),
                        (current, version) ->
                                current.orElseThrow(() -> notFound(driverId))
                                        .switched(product, mode, version)
                                        .map(ProfileService::change))
                .value();
    }

    private static Change<Profile> change(Profile next) {
        return Change.to(next, DriverMessages.put(next));
    }

    public static Refusal notFound(DriverId driverId) {
        return new Refusal(
                ErrorReason.ERROR_REASON_DRIVER_NOT_FOUND,
                "driver_id: " + driverId,
                "a driver that was put");
    }
}
