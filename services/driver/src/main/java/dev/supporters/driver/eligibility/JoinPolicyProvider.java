package dev.supporters.driver.eligibility;

import dev.supporters.contract.JoinPolicy;
import dev.supporters.proto.common.v1.Product;

/** Who may join, by the policies in force. */
public interface JoinPolicyProvider {

    /** Refused: POLICY_NOT_FOUND; UNAVAILABLE while it is not known yet which policies there are. */
    JoinPolicy get(Product product, String region);
}
