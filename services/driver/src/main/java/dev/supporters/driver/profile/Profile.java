package dev.supporters.driver.profile;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Products;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of a driver: name, memberships and their modes. Bounds of single fields are checked at the entrance of the service. */
public record Profile(
        DriverId driverId,
        String name,
        List<Membership> memberships,
        Instant createTime,
        long version) {

    public Profile {
        requireNonNull(driverId);
        requireNonNull(name);
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

    /** The profile that replaces this one; empty if the two have the same contents. */
    Optional<Profile> replacedBy(Profile put, long nextVersion) {
        if (name.equals(put.name) && memberships.equals(put.memberships)) {
            return Optional.empty();
        }
        return Optional.of(
                new Profile(driverId, put.name, put.memberships, createTime, nextVersion));
    }

    /** With a membership switched to another mode; empty if it was in this mode already. */
    Optional<Profile> switched(Product product, ActivityMode mode, long nextVersion) {
        Membership found = membership(product);
        if (found.mode() == mode) {
            return Optional.empty();
        }
        List<Membership> switched =
                memberships.stream().map(m -> m.product() == product ? m.in(mode) : m).toList();
        return Optional.of(new Profile(driverId, name, switched, createTime, nextVersion));
    }

    private Membership membership(Product product) {
        return memberships.stream()
                .filter(membership -> membership.product() == product)
                .findAny()
                .orElseThrow(() ->
                        new Refusal(
                                ErrorReason.ERROR_REASON_NOT_A_MEMBER,
                                "driver_id: " + driverId,
                                "a member of the supporters group of " + Products.name(product)));
    }
}
