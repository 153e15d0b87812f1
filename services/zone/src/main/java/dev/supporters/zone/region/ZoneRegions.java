package dev.supporters.zone.region;

import dev.supporters.contract.PoliciesInForce;
import dev.supporters.contract.PolicyRegion;
import dev.supporters.contract.Position;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyPut;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;

/** The policy in force of each product and region, in memory. */
@ApplicationScoped
public class ZoneRegions {

    private final PoliciesInForce<ZoneTerms> policies;

    public ZoneRegions(Clock clock) {
        policies = new PoliciesInForce<>(inForce -> ZoneTerms.of(inForce.policy()), clock);
    }

    /** An older version than is here is passed over. */
    public void put(PolicyPut put) {
        policies.put(put);
    }

    public Collection<ZoneTerms> all() {
        return policies.all();
    }

    /** Refused: POLICY_NOT_FOUND. */
    public ZoneTerms get(ZoneKey key) {
        return policies.find(key.product(), key.region())
                .orElseThrow(() ->
                        new Refusal(
                                ErrorReason.ERROR_REASON_POLICY_NOT_FOUND,
                                key.id(),
                                "a policy that is in force"));
    }

    /** That of the smallest region that contains the place. */
    public Optional<ZoneTerms> at(Product product, Position place) {
        return PolicyRegion.at(policies.all(), product, place);
    }
}
