package dev.supporters.policy.revision;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.contract.AppRule;
import dev.supporters.contract.AppVersion;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.JoinPolicy;
import dev.supporters.contract.Money;
import dev.supporters.contract.MovePolicy;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.contract.ZonePolicy;
import dev.supporters.policy.adapter.mongo.PolicyStores;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A service of policies whose store and clock are the test's, and what its tests put. */
abstract class PolicyServiceFixture {

    static final PolicyKey SEOUL = new PolicyKey(Product.PRODUCT_DRIVER, "seoul");

    final TestClock clock = new TestClock();

    final InMemoryAggregateStore<PolicyRevision> documents =
            new InMemoryAggregateStore<>(PolicyStores.POLICIES);

    final PolicyService service =
            new PolicyService(
                    PolicyStores.policies(documents),
                    PolicyStores.history(new InMemoryAggregateStore<>(PolicyStores.HISTORY)),
                    clock);

    PolicyRevision because(String requestId, String reason) {
        return service.put(
                new PolicyUpdate(
                        requestId,
                        SEOUL,
                        terms(10),
                        Optional.empty(),
                        PolicyUpdate.ANY_VERSION,
                        "operator-1",
                        reason));
    }

    PolicyPut told(int index) {
        return ((PolicyEvent) documents.published().get(index).payload()).getPut();
    }

    PolicyRevision put(String requestId, int rolloutPercent, Optional<Instant> effectiveTime) {
        return service.put(
                new PolicyUpdate(
                        requestId,
                        SEOUL,
                        terms(rolloutPercent),
                        effectiveTime,
                        PolicyUpdate.ANY_VERSION,
                        "operator-1",
                        ""));
    }

    PolicyRevision put(String requestId, int rolloutPercent, long expectedVersion) {
        return service.put(update(requestId, rolloutPercent, expectedVersion));
    }

    static PolicyUpdate update(String requestId, int rolloutPercent, long expectedVersion) {
        return new PolicyUpdate(
                requestId,
                SEOUL,
                terms(rolloutPercent),
                Optional.empty(),
                expectedVersion,
                "operator-1",
                "");
    }

    PolicyRevision put(PolicyKey key, String requestId, int rolloutPercent) {
        return service.put(
                new PolicyUpdate(
                        requestId,
                        key,
                        terms(rolloutPercent),
                        Optional.empty(),
                        PolicyUpdate.ANY_VERSION,
                        "operator-1",
                        ""));
    }

    static PolicyTerms terms(int rolloutPercent) {
        return terms(rolloutPercent, WorkWindow.parse("Asia/Seoul", "21:00", Duration.ofHours(4)));
    }

    static PolicyTerms terms(int rolloutPercent, WorkWindow window) {
        return new PolicyTerms(
                new RegionBounds(37.2, 126.7, 37.7, 127.3),
                window,
                Duration.ofSeconds(5),
                RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL,
                new Money(14_000, "KRW"),
                false,
                rolloutPercent,
                Duration.ofMinutes(15),
                32,
                List.of(new AppRule(AppPlatform.APP_PLATFORM_ANDROID, new AppVersion("5.2.0"))),
                Duration.ofSeconds(120),
                Duration.ofHours(2),
                PolicyDefaults.assignment(),
                MovePolicy.OFF,
                ZonePolicy.OFF,
                JoinPolicy.OFF,
                AbusePolicy.OFF,
                CallPolicy.OFF);
    }
}
