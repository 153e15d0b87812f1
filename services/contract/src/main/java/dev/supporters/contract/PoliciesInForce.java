package dev.supporters.contract;

import dev.supporters.contract.PolicyVersions.InForce;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.policy.v1.Policy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The policies as they apply at each moment, for whoever follows their topic. Each event contains all versions of its policy that count,
 * so whoever reads only the newest one, in any order, knows as much as who has read all.
 *
 * @param <P> what a service needs of a policy
 */
public final class PoliciesInForce<P> {

    private final Function<InForce, P> reader;
    private final Clock clock;
    private final Map<Key, ReadPolicies> newest = new ConcurrentHashMap<>();

    /** Reads a policy as it applies; refuses one that makes no sense. */
    public PoliciesInForce(Function<InForce, P> reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    private record Key(Product product, String region) {}

    /** What was read already, by the numbers of the two versions. */
    private final class ReadPolicies {

        private final PolicyVersions versions;
        private final Map<List<Long>, P> read = new ConcurrentHashMap<>();

        private ReadPolicies(PolicyVersions versions) {
            this.versions = versions;
        }

        private Optional<P> at(Instant now) {
            return versions.at(now).map(this::read);
        }

        private P read(InForce inForce) {
            return read.computeIfAbsent(
                    List.of(inForce.current().policy().getVersion(), inForce.businessDateVersion()),
                    _ -> reader.apply(inForce));
        }

        private boolean olderThan(ReadPolicies other) {
            return versions.newest().policy().getVersion()
                    < other.versions.newest().policy().getVersion();
        }
    }

    /** An older version than is known changes nothing. Refused: as the reader refuses one of the versions. */
    public void put(PolicyPut put) {
        ReadPolicies known = new ReadPolicies(PolicyVersions.of(put));
        for (PolicyVersions.Version version : known.versions.versions()) {
            known.read(new InForce(version, version));
        }
        Policy policy = put.getPolicy();
        newest.merge(
                new Key(policy.getProduct(), policy.getRegion()),
                known,
                (before, next) -> next.olderThan(before) ? before : next);
    }

    /** Empty where no version is in force. */
    public Optional<P> find(Product product, String region) {
        return Optional.ofNullable(newest.get(new Key(product, region)))
                .flatMap(known -> known.at(clock.instant()));
    }

    /**
     * The policy in force. Refused: POLICY_NOT_FOUND where there is none, UNAVAILABLE where that is not known yet.
     *
     * @param allRead whether all that the topic had at the start has been put
     */
    public P require(Product product, String region, boolean allRead) {
        return find(product, region)
                .orElseThrow(() ->
                        allRead
                                ? new Refusal(
                                        ErrorReason.ERROR_REASON_POLICY_NOT_FOUND,
                                        product.name() + "/" + region,
                                        "a policy that is in force")
                                : new Refusal(
                                        ErrorReason.ERROR_REASON_UNAVAILABLE,
                                        "policies not read yet",
                                        "all policies read"));
    }

    /** Those of all products and regions. */
    public List<P> all() {
        Instant now = clock.instant();
        return newest.values().stream().flatMap(known -> known.at(now).stream()).toList();
    }
}
