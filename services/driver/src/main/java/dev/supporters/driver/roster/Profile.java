package dev.supporters.driver.roster;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A driver, as the product knows one. */
public record Profile(
        DriverId driverId,
        String name,
        List<Membership> memberships,
        Instant createTime,
        long version) {

    private static final int NAME_LENGTH = 100;

    public Profile {
        Require.text(name, "name", NAME_LENGTH);
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

    /** What is put in this one's place; empty if it says the same. */
    Optional<Profile> replacedBy(Profile put, long nextVersion) {
        if (name.equals(put.name) && memberships.equals(put.memberships)) {
            return Optional.empty();
        }
        return Optional.of(
                new Profile(driverId, put.name, put.memberships, createTime, nextVersion));
    }

    /** With a membership switched; empty if it was so already. */
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
