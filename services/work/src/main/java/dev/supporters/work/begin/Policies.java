package dev.supporters.work.begin;

import dev.supporters.proto.common.v1.Product;

/** The newest policies. */
public interface Policies {

    /** Refused: POLICY_NOT_FOUND; UNAVAILABLE while it is not known yet which there are. */
    WorkPolicy of(Product product, String region);
}
