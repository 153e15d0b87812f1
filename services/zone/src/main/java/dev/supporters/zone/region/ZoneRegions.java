package dev.supporters.zone.region;

import dev.supporters.contract.PoliciesInForce;
import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyPut;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The policy in force of each product and region, in memory. */
@ApplicationScoped
public class ZoneRegions {

    private static final Comparator<ZoneTerms> SMALLEST_FIRST =
            RegionBounds.smallestFirst(ZoneTerms::bounds, terms -> terms.key().region());

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
        return policies.all().stream()
                .filter(terms -> terms.key().product() == product && terms.bounds().contains(place))
                .min(SMALLEST_FIRST);
    }
}
