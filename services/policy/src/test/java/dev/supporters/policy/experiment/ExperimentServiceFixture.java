package dev.supporters.policy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.JoinPolicy;
import dev.supporters.contract.Money;
import dev.supporters.contract.MovePolicy;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.contract.WorkWindow;
import dev.supporters.contract.ZonePolicy;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Change;
import dev.supporters.policy.adapter.mongo.PolicyStores;
import dev.supporters.policy.revision.PolicyHistoryRepository;
import dev.supporters.policy.revision.PolicyKey;
import dev.supporters.policy.revision.PolicyRepository;
import dev.supporters.policy.revision.PolicyRevision;
import dev.supporters.policy.revision.PolicyTerms;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.policy.v1.ExperimentChanged;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.BeforeEach;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A service of experiments in a region with three versions of a policy, and what its tests put. */
abstract class ExperimentServiceFixture {

    static final PolicyKey SEOUL = new PolicyKey(Product.PRODUCT_DRIVER, "seoul");
    static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);

    final TestClock clock = new TestClock();

    final InMemoryAggregateStore<RegionExperiments> documents =
            new InMemoryAggregateStore<>(PolicyStores.EXPERIMENTS);

    final PolicyRepository policies =
            PolicyStores.policies(new InMemoryAggregateStore<>(PolicyStores.POLICIES));

    final PolicyHistoryRepository history =
            PolicyStores.history(new InMemoryAggregateStore<>(PolicyStores.HISTORY));

    final ExperimentService service =
            new ExperimentService(PolicyStores.experiments(documents), policies, history, clock);

    /** Version 1 reaches as far as version 3, version 2 farther. */
    @BeforeEach
    void putPolicies() {
        policy(SEOUL, 1, terms(15, 14_000));
        policy(SEOUL, 2, terms(25, 14_000));
        policy(SEOUL, 3, terms(15, 14_000));
    }

    void refused(ExperimentUpdate update, ErrorReason reason, String offending) {
        assertThatThrownBy(() -> service.put(update))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason()).isEqualTo(reason);
                            assertThat(refusal.offending()).contains(offending);
                        });
    }

    ExperimentChanged changed(int index) {
        return ((PolicyEvent) documents.published().get(index).payload()).getExperiment();
    }

    static ExperimentUpdate update(
            String requestId, String name, LocalDate firstDate, int nights, long expected) {
        return new ExperimentUpdate(
                requestId,
                SEOUL,
                plan(name, firstDate),
                3,
                2,
                nights,
                "farther pickups",
                expected,
                "kim");
    }

    static ExperimentUpdate update(String name, LocalDate firstDate, int nights) {
        return update(name, name, firstDate, nights, ExperimentUpdate.ANY_VERSION);
    }

    static ExperimentUpdate update(
            String requestId, long control, long treatment, LocalDate firstDate) {
        return new ExperimentUpdate(
                requestId, SEOUL, plan("far", firstDate), control, treatment, 14, "why", 0, "kim");
    }

    static ExperimentStopRequest stop(String requestId, String name) {
        return new ExperimentStopRequest(requestId, SEOUL, name, "it has lost", "guard");
    }

    static SwitchbackPlan plan(String name, LocalDate firstDate) {
        return new SwitchbackPlan(name, firstDate, Duration.ofMinutes(30), Duration.ofMinutes(10));
    }

    void policy(PolicyKey key, long version, PolicyTerms terms) {
        policy(key, version, terms, Optional.empty());
    }

    void policy(PolicyKey key, long version, PolicyTerms terms, Optional<Instant> effectiveTime) {
        policies.find(key).ifPresent(history::add);
        policies.change(
                key,
                "",
                (current, next) ->
                        Optional.of(
                                Change.to(
                                        new PolicyRevision(
                                                key,
                                                version,
                                                terms,
                                                effectiveTime,
                                                clock.instant(),
                                                "kim",
                                                "",
                                                "p" + version))));
    }

    static PolicyTerms terms(int pickupMinutes, long wage) {
        return terms(pickupMinutes, wage, 100);
    }

    static PolicyTerms terms(int pickupMinutes, long wage, int rolloutPercent) {
        return new PolicyTerms(
                new RegionBounds(37.2, 126.7, 37.7, 127.3),
                WorkWindow.parse("Asia/Seoul", "21:00", Duration.ofHours(4)),
                Duration.ofSeconds(5),
                RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL,
                new Money(wage, "KRW"),
                false,
                rolloutPercent,
                Duration.ofMinutes(pickupMinutes),
                32,
                List.of(),
                Duration.ofSeconds(120),
                Duration.ofMinutes(90),
                AssignmentPolicy.OFF,
                MovePolicy.OFF,
                ZonePolicy.OFF,
                JoinPolicy.OFF,
                AbusePolicy.OFF,
                CallPolicy.OFF);
    }
}
