package dev.supporters.driver.profile;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Products;
import dev.supporters.driver.application.Application;
import dev.supporters.driver.application.Application.Action;
import dev.supporters.driver.application.Applications;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of a driver: name, memberships and their modes, applications. Bounds of single fields are checked at the entrance of the
 * service.
 */
public record Profile(
        DriverId driverId,
        String name,
        List<Membership> memberships,
        Applications applications,
        ModeHistory modes,
        Instant createTime,
        long version) {

    public Profile {
        requireNonNull(driverId);
        requireNonNull(name);
        requireNonNull(applications);
        requireNonNull(modes);
        requireNonNull(createTime);
        memberships = List.copyOf(memberships);
        Set<Product> products = new HashSet<>();
        for (Membership membership : memberships) {
            if (!products.add(membership.product())) {
                throw Refusal.invalid(
                        "memberships.product",
                        membership.product() + " twice",
                        "each product once");
            }
        }
    }

    /** A driver's membership in the supporters group of a product, under a region's policy. */
    public record Membership(Product product, String region, ActivityMode mode) {

        public Membership {
            requireNonNull(product);
            requireNonNull(region);
            requireNonNull(mode);
        }

        Membership in(ActivityMode other) {
            return new Membership(product, region, other);
        }

        boolean isInSameRegion(Membership other) {
            return region.equals(other.region());
        }

        boolean isOn() {
            return mode == ActivityMode.ACTIVITY_MODE_ON;
        }
    }

    /** Since when the driver is suspended from a group of which he is a member; a suspension of one who has left is nobody's to decide. */
    public Optional<Instant> suspendedSince() {
        return modes.suspendedSince(
                memberships.stream().map(Membership::product).collect(Collectors.toSet()));
    }

    /** One that is put for the first time. */
    static Profile first(ProfileOrder order, Instant now) {
        return new Profile(
                        order.driverId(),
                        order.name(),
                        List.of(),
                        Applications.NONE,
                        ModeHistory.NONE,
                        now,
                        1)
                .with(order, now);
    }

    /** The profile that an operator puts in place of this one, at a time; empty if the two have the same contents. */
    Optional<Profile> replacedBy(ProfileOrder order, Instant now, long nextVersion) {
        if (name.equals(order.name()) && memberships.equals(order.memberships())) {
            return Optional.empty();
        }
        return Optional.of(at(nextVersion).with(order, now));
    }

    /**
     * Each membership that comes or goes is a step of an application, also one that goes to another region: it is over in the one and given in
     * the other. Each other mode is a change. Refused: SUSPENDED, if a mode is put ON
     * that an operator has decided against: that is ended on purpose, not beside something else.
     */
    private Profile with(ProfileOrder order, Instant now) {
        Applications steps = applications;
        ModeHistory history = modes;
        for (Membership before : memberships) {
            if (order.find(before.product()).filter(before::isInSameRegion).isEmpty()) {
                steps =
                        steps.with(
                                steps.ended(
                                        before.product(),
                                        before.region(),
                                        order.step(Action.REMOVED, now)));
            }
        }
        for (Membership after : order.memberships()) {
            if (after.isOn()) {
                requireNotSuspended(after.product());
            }
            Optional<Membership> before = find(after.product());
            if (before.filter(after::isInSameRegion).isEmpty()) {
                steps =
                        steps.with(
                                steps.given(
                                        after.product(),
                                        after.region(),
                                        order.step(Action.GIVEN, now)));
            }
            if (before.filter(member -> member.mode() != after.mode()).isPresent()) {
                history =
                        history.with(
                                new ModeHistory.ModeSwitch(
                                        after.product(), after.mode(), order.actor(), "", now));
            }
        }
        return new Profile(
                driverId, order.name(), order.memberships(), steps, history, createTime, version);
    }

    /**
     * With a membership switched to another mode; empty if it was in this mode already. Who switches OFF while suspended stays OFF
     * when the suspension ends. Refused: NOT_A_MEMBER; SUSPENDED, if the driver
     * switches ON and an operator has decided against it.
     *
     * @param actor the driver, or an operator; empty counts as the driver
     */
    Optional<Profile> switched(
            Product product, ActivityMode mode, String actor, Instant now, long nextVersion) {
        Membership member = membership(product);
        boolean byOperator = !actor.isEmpty() && !actor.equals(driverId.value());
        boolean on = mode == ActivityMode.ACTIVITY_MODE_ON;
        if (on && !byOperator) {
            requireNotSuspended(product);
        }
        if (member.mode() == mode) {
            return on
                    ? Optional.empty()
                    : modes.stayingOff(product).map(history -> at(nextVersion).in(history));
        }
        Profile lifted = on ? in(modes.lifted(product)) : this;
        return Optional.of(
                lifted.at(nextVersion)
                        .in(new ModeHistory.ModeSwitch(product, mode, actor, "", now)));
    }

    private void requireNotSuspended(Product product) {
        modes.suspended(product)
                .ifPresent(suspension -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_SUSPENDED,
                            "suspended since " + suspension.time(),
                            "an operator who switches the mode ON");
                });
    }

    /** With an operator's decision on a signal of abuse; empty if this one, or a later one on the signal, is known. */
    Optional<Profile> decided(MembershipDecision decision, Instant now, long nextVersion) {
        Optional<ModeHistory.Suspension> known = modes.of(decision.signalId());
        if (known.filter(each -> each.number() >= decision.number()).isPresent()) {
            return Optional.empty();
        }
        boolean isOn = find(decision.product()).filter(Membership::isOn).isPresent();
        boolean wasOn =
                modes.suspended(decision.product()).map(ModeHistory.Suspension::wasOn).orElse(isOn);
        Profile next =
                at(nextVersion)
                        .in(
                                modes.with(
                                        new ModeHistory.Suspension(
                                                decision.signalId(),
                                                decision.product(),
                                                decision.number(),
                                                decision.suspends(),
                                                wasOn,
                                                decision.actor(),
                                                decision.time())));
        boolean ends =
                known.filter(ModeHistory.Suspension::inForce).isPresent()
                        && next.modes.suspended(decision.product()).isEmpty();
        if (decision.suspends() && isOn) {
            return Optional.of(next.in(decision.change(ActivityMode.ACTIVITY_MODE_OFF, now)));
        }
        if (ends && wasOn && next.isMember(decision.product())) {
            return Optional.of(next.in(decision.change(ActivityMode.ACTIVITY_MODE_ON, now)));
        }
        return Optional.of(next);
    }

    /** With a membership in the mode of a change. */
    private Profile in(ModeHistory.ModeSwitch change) {
        List<Membership> switched =
                memberships.stream()
                        .map(m -> m.product() == change.product() ? m.in(change.mode()) : m)
                        .toList();
        return new Profile(
                driverId, name, switched, applications, modes.with(change), createTime, version);
    }

    private Profile in(ModeHistory history) {
        return new Profile(driverId, name, memberships, applications, history, createTime, version);
    }

    private Profile at(long nextVersion) {
        return new Profile(
                driverId, name, memberships, applications, modes, createTime, nextVersion);
    }

    /** With an application that is new, or in place of the one of its number. */
    public Profile with(Application application, long nextVersion) {
        return new Profile(
                driverId,
                name,
                memberships,
                applications.with(application),
                modes,
                createTime,
                nextVersion);
    }

    /** With a membership that is ON, or OFF for whoever is suspended; whoever is a member already stays as before. */
    public Profile joined(Product product, String region) {
        if (isMember(product)) {
            return this;
        }
        List<Membership> all = new ArrayList<>(memberships);
        all.add(
                new Membership(
                        product,
                        region,
                        modes.suspended(product).isPresent()
                                ? ActivityMode.ACTIVITY_MODE_OFF
                                : ActivityMode.ACTIVITY_MODE_ON));
        return new Profile(driverId, name, all, applications, modes, createTime, version);
    }

    /** Without the membership of a product. */
    public Profile without(Product product) {
        List<Membership> others =
                memberships.stream().filter(each -> each.product() != product).toList();
        return new Profile(driverId, name, others, applications, modes, createTime, version);
    }

    public boolean isMember(Product product) {
        return find(product).isPresent();
    }

    /** Refused: NOT_A_MEMBER. */
    public Membership membership(Product product) {
        return find(product)
                .orElseThrow(() ->
                        new Refusal(
                                ErrorReason.ERROR_REASON_NOT_A_MEMBER,
                                "driver_id: " + driverId,
                                "a member of the supporters group of " + Products.name(product)));
    }

    private Optional<Membership> find(Product product) {
        return memberships.stream().filter(membership -> membership.product() == product).findAny();
    }
}
