package dev.supporters.call.path;

import dev.supporters.contract.PoliciesInForce;
import dev.supporters.contract.PolicyRegion;
import dev.supporters.contract.Position;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyPut;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.Optional;

/** What the policies in force say about requests, in memory. */
@ApplicationScoped
public class CallPolicies {

    private final PoliciesInForce<CallTerms> policies;

    public CallPolicies(Clock clock) {
        policies = new PoliciesInForce<>(inForce -> CallTerms.of(inForce.policy()), clock);
    }

    /** An older version than is here is passed over. */
    public void put(PolicyPut put) {
        policies.put(put);
    }

    /** That of the smallest region that contains the place; empty where none does, and while none was read. */
    Optional<CallTerms> at(Product product, Position place) {
        return PolicyRegion.at(policies.all(), product, place);
    }
}
