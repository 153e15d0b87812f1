package dev.supporters.driver.profile;

import dev.supporters.contract.DriverId;
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
    public Profile put(ProfileOrder order) {
        Instant now = now();
        return profiles.change(
                        order.driverId().value(),
                        order.cause(),
                        (current, version) ->
                                current.map(profile -> profile.replacedBy(order, now, version))
                                        .orElseGet(() -> Optional.of(Profile.first(order, now)))
                                        .map(ProfileService::change))
                .value();
    }

    /**
     * Switches a member's mode.
     *
     * @param actor the driver, or an operator; empty, if the caller did not say, counts as the driver
     */
    public Profile setMode(
            String requestId, DriverId driverId, Product product, ActivityMode mode, String actor) {
        Instant now = now();
        return profiles.change(
                        driverId.value(),
                        RequestCause.of("setActivityMode", requestId, product, mode),
                        (current, version) ->
                                current.orElseThrow(() -> notFound(driverId))
                                        .switched(product, mode, actor, now, version)
                                        .map(ProfileService::switched))
                .value();
    }

    /** Takes what an operator decided on a signal of abuse, once; a decision that comes after a later one on the same signal changes nothing. */
    public void decide(DriverId driverId, MembershipDecision decision) {
        Instant now = now();
        profiles.react(
                driverId.value(),
                "",
                (current, version) ->
                        current.flatMap(profile ->
                                profile.decided(decision, now, version)
                                        .map(next -> decided(profile, next, decision))));
    }

    /** What nobody can see is told nobody. */
    private static Change<Profile> decided(
            Profile before, Profile next, MembershipDecision decision) {
        if (!next.memberships().equals(before.memberships())) {
            return switched(next);
        }
        boolean same =
                next.modes()
                        .suspended(decision.product())
                        .equals(before.modes().suspended(decision.product()));
        return same ? Change.to(next) : change(next);
    }

    private static Change<Profile> switched(Profile next) {
        return Change.to(next, DriverMessages.put(next, next.modes().changes().getLast()));
    }

    /** The store keeps milliseconds, and every answer must have the same times. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
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
