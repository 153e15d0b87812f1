package dev.supporters.work.begin;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;
import dev.supporters.proto.common.v1.Product;

import java.util.Optional;

/** The drivers' memberships in the supporters group, which driver owns. */
public interface MembershipClient {

    /** Refused: UNAVAILABLE when driver does not answer. */
    Optional<Membership> find(DriverId driverId, Product product);

    /**
     * In the supporters group of a product.
     *
     * @param active whether the activity mode is ON
     * @param profileVersion of the profile that says so
     */
    record Membership(String region, boolean active, long profileVersion) {

        public Membership {
            requireNonNull(region);
        }
    }
}
