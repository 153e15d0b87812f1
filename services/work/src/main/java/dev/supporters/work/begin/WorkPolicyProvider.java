package dev.supporters.work.begin;

import dev.supporters.proto.common.v1.Product;

/** The policies in force. */
public interface WorkPolicyProvider {

    /** Refused: POLICY_NOT_FOUND; UNAVAILABLE while it is not known yet which policies there are. */
    WorkPolicy get(Product product, String region);
}
