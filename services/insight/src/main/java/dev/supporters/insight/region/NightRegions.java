package dev.supporters.insight.region;

import dev.supporters.contract.PoliciesInForce;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyPut;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;

/** Where the regions are, and when their windows are open, in memory. */
@ApplicationScoped
public class NightRegions {

    private final PoliciesInForce<NightTerms> policies;

    public NightRegions(Clock clock) {
        policies = new PoliciesInForce<>(inForce -> NightTerms.of(inForce.policy()), clock);
    }

    /** An older version than is here is passed over. */
    public void put(PolicyPut put) {
        policies.put(put);
    }

    public Collection<NightTerms> all() {
        return policies.all();
    }

    /** Empty where no policy is in force. */
    public Optional<NightTerms> find(Product product, String region) {
        return policies.find(product, region);
    }
}
