package dev.supporters.zone.region;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import dev.supporters.contract.Position;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The newest policy of each product and region, in memory. */
@ApplicationScoped
public class ZoneRegions {

    private static final Comparator<ZoneTerms> SMALLEST_FIRST =
            comparingDouble((ZoneTerms terms) -> terms.bounds().relativeArea())
                    .thenComparing(comparing(terms -> terms.key().region()));

    private final Map<ZoneKey, ZoneTerms> newest = new ConcurrentHashMap<>();

    /** An older version than is here is passed over. */
    public void put(ZoneTerms terms) {
        newest.merge(
                terms.key(),
                terms,
                (before, put) -> put.policyVersion() >= before.policyVersion() ? put : before);
    }

    public Collection<ZoneTerms> all() {
        return List.copyOf(newest.values());
    }

    /** Refused: POLICY_NOT_FOUND. */
    public ZoneTerms get(ZoneKey key) {
        return Optional.ofNullable(newest.get(key))
                .orElseThrow(() ->
                        new Refusal(
                                ErrorReason.ERROR_REASON_POLICY_NOT_FOUND,
                                key.id(),
                                "a policy that was put"));
    }

    /** That of the smallest region that contains the place. */
    public Optional<ZoneTerms> at(Product product, Position place) {
        return newest.values().stream()
                .filter(terms -> terms.key().product() == product && terms.bounds().contains(place))
                .min(SMALLEST_FIRST);
    }
}
