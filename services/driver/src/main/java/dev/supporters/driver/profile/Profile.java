package dev.supporters.driver.profile;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Products;
import dev.supporters.driver.application.Application;
import dev.supporters.driver.application.Application.Action;
import dev.supporters.driver.application.Application.Step;
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

/**
 * What is known of a driver: name, memberships and their modes, applications. Bounds of single fields are checked at the entrance of the
 * service.
 */
public record Profile(
        DriverId driverId,
        String name,
        List<Membership> memberships,
        Applications applications,
        Instant createTime,
        long version) {

    public Profile {
        requireNonNull(driverId);
        requireNonNull(name);
        requireNonNull(applications);
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
    }

    /** The profile that an operator puts in place of this one, at a time; empty if the two have the same contents. */
    Optional<Profile> replacedBy(
            String otherName, List<Membership> others, Instant now, long nextVersion) {
        if (name.equals(otherName) && memberships.equals(others)) {
            return Optional.empty();
        }
        Profile next =
                new Profile(driverId, otherName, others, applications, createTime, nextVersion);
        Step removed = new Step(Action.REMOVED, "", "", "", now, List.of());
        for (Membership membership : memberships) {
            if (!next.isMember(membership.product())) {
                next =
                        next.with(
                                next.applications.ended(
                                        membership.product(), membership.region(), removed),
                                nextVersion);
            }
        }
        return Optional.of(next);
    }

    /** With a membership switched to another mode; empty if it was in this mode already. */
    Optional<Profile> switched(Product product, ActivityMode mode, long nextVersion) {
        if (membership(product).mode() == mode) {
            return Optional.empty();
        }
        List<Membership> switched =
                memberships.stream().map(m -> m.product() == product ? m.in(mode) : m).toList();
        return Optional.of(
                new Profile(driverId, name, switched, applications, createTime, nextVersion));
    }

    /** With an application that is new, or in place of the one of its number. */
    public Profile with(Application application, long nextVersion) {
        return new Profile(
                driverId,
                name,
                memberships,
                applications.with(application),
                createTime,
                nextVersion);
    }

    /** With a membership that is ON; whoever is a member already stays as before. */
    public Profile joined(Product product, String region) {
        if (isMember(product)) {
            return this;
        }
        List<Membership> all = new ArrayList<>(memberships);
        all.add(new Membership(product, region, ActivityMode.ACTIVITY_MODE_ON));
        return new Profile(driverId, name, all, applications, createTime, version);
    }

    /** Without the membership of a product. */
    public Profile without(Product product) {
        List<Membership> others =
                memberships.stream().filter(each -> each.product() != product).toList();
        return new Profile(driverId, name, others, applications, createTime, version);
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
