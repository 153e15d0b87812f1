package dev.supporters.work.begin;

import dev.supporters.proto.common.v1.Product;

import java.util.Optional;

/** The drivers' memberships in the supporters group, which driver owns. */
public interface Memberships {

    /** Refused: UNAVAILABLE when driver does not answer. */
    Optional<Member> find(String driverId, Product product);
}
