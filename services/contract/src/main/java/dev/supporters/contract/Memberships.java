package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.proto.events.driver.v1.DriverEvent;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which products a driver takes part, as the drivers topic tells it.
 *
 * @param version of the driver's profile
 * @param active the products with a membership whose mode is ON, as far as this version knows them
 */
public record Memberships(DriverId driverId, long version, Set<Product> active) {

    public Memberships {
        requireNonNull(driverId);
        active = Set.copyOf(active);
    }

    /** What an event tells of; empty for an event that this version does not know. */
    public static Optional<Memberships> read(DriverEvent event) {
        return switch (event.getEventCase()) {
            case PUT -> Optional.of(of(event.getPut().getDriver()));
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    public boolean includes(Product product) {
        return active.contains(product);
    }

    /** Whether they are newer than others of the same driver. */
    public boolean after(Memberships other) {
        return version > other.version;
    }

    private static Memberships of(Driver driver) {
        return new Memberships(
                new DriverId(driver.getDriverId()),
                driver.getVersion(),
                driver.getMembershipsList().stream()
                        .filter(membership -> membership.getMode() == ActivityMode.ACTIVITY_MODE_ON)
                        .map(Membership::getProduct)
                        .filter(product -> product != Product.UNRECOGNIZED)
                        .collect(Collectors.toSet()));
    }
}
