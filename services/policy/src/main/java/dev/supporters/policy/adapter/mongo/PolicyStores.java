package dev.supporters.policy.adapter.mongo;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.ChangeDecision;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;
import dev.supporters.policy.experiment.ExperimentRepository;
import dev.supporters.policy.experiment.RegionExperiments;
import dev.supporters.policy.revision.PolicyHistoryRepository;
import dev.supporters.policy.revision.PolicyKey;
import dev.supporters.policy.revision.PolicyRepository;
import dev.supporters.policy.revision.PolicyRevision;

import io.quarkus.runtime.Startup;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The collections of this service, and the repositories on them. Policies do not end, so nothing is archived. All are opened at the
 * start: events that a crash has left wait for nobody's request.
 */
@Singleton
public class PolicyStores {

    /** A document for each product and region. */
    public static final CollectionSpec<PolicyRevision> POLICIES =
            CollectionSpec.of("policies", new PolicyRevisionMapper("policies")).storedForm(6);

    /** A document for each version that was replaced, like "DRIVER/seoul@7". It is written once. */
    public static final CollectionSpec<PolicyRevision> HISTORY =
            CollectionSpec.of("policy_history", new PolicyRevisionMapper("policy_history"))
                    .storedForm(6)
                    .index("request", PolicyRevisionMapper.REQUEST_ID, PolicyRevisionMapper.REGION);

    /** A document for each product and region. */
    public static final CollectionSpec<RegionExperiments> EXPERIMENTS =
            CollectionSpec.of("experiments", new RegionExperimentsMapper()).storedForm(1);

    /** The versions of a policy that one request put are one; other products of the region may have one, too. */
    private static final int MOST_OF_A_REQUEST = 100;

    @Startup
    @Produces
    @Singleton
    PolicyRepository policies(AggregateStores stores) {
        return policies(stores.open(POLICIES));
    }

    @Startup
    @Produces
    @Singleton
    PolicyHistoryRepository history(AggregateStores stores) {
        return history(stores.open(HISTORY));
    }

    @Startup
    @Produces
    @Singleton
    ExperimentRepository experiments(AggregateStores stores) {
        return experiments(stores.open(EXPERIMENTS));
    }

    public static ExperimentRepository experiments(AggregateStore<RegionExperiments> documents) {
        return new StoredExperiments(documents);
    }

    public static PolicyRepository policies(AggregateStore<PolicyRevision> documents) {
        return new NewestVersions(documents);
    }

    public static PolicyHistoryRepository history(AggregateStore<PolicyRevision> documents) {
        return new ReplacedVersions(documents);
    }

    static Query afterQuery(String key, int limit) {
        return Query.atMost(limit).after(Query.ID, key).ascending(Query.ID);
    }

    static Query requestQuery(PolicyKey key, String requestId) {
        return Query.atMost(MOST_OF_A_REQUEST)
                .equal(PolicyRevisionMapper.REQUEST_ID, requestId)
                .equal(PolicyRevisionMapper.REGION, key.region());
    }

    private record NewestVersions(AggregateStore<PolicyRevision> documents)
            implements PolicyRepository {

        @Override
        public Optional<PolicyRevision> find(PolicyKey key) {
            return documents.find(key.id()).map(Versioned::value);
        }

        @Override
        public List<PolicyRevision> after(String key, int limit) {
            return documents.query(afterQuery(key, limit)).stream().map(Versioned::value).toList();
        }

        @Override
        public Versioned<PolicyRevision> change(
                PolicyKey key, String requestId, ChangeDecision<PolicyRevision> decision) {
            return documents.change(key.id(), requestId, decision);
        }
    }

    private record StoredExperiments(AggregateStore<RegionExperiments> documents)
            implements ExperimentRepository {

        @Override
        public Optional<RegionExperiments> find(PolicyKey key) {
            return documents.find(key.id()).map(Versioned::value);
        }

        @Override
        public List<RegionExperiments> after(String key, int limit) {
            return documents.query(afterQuery(key, limit)).stream().map(Versioned::value).toList();
        }

        @Override
        public Optional<RegionExperiments> react(
                PolicyKey key, String cause, ChangeDecision<RegionExperiments> decision) {
            return documents.react(key.id(), cause, decision).map(Versioned::value);
        }
    }

    private record ReplacedVersions(AggregateStore<PolicyRevision> documents)
            implements PolicyHistoryRepository {

        @Override
        public void add(PolicyRevision revision) {
            documents.change(
                    id(revision.key(), revision.version()),
                    "",
                    (current, version) ->
                            current.isPresent()
                                    ? Optional.empty()
                                    : Optional.of(Change.to(revision)));
        }

        /** Versions have no gaps, so the ids are known, and no query is needed. */
        @Override
        public List<PolicyRevision> before(PolicyKey key, long version, int limit) {
            List<String> ids =
                    LongStream.range(Math.max(1, version - limit), version)
                            .mapToObj(each -> id(key, each))
                            .toList();
            return documents.findAll(ids).stream()
                    .map(Versioned::value)
                    .sorted(Comparator.comparingLong(PolicyRevision::version).reversed())
                    .toList();
        }

        @Override
        public Optional<PolicyRevision> findByRequest(PolicyKey key, String requestId) {
            return documents.query(requestQuery(key, requestId)).stream()
                    .map(Versioned::value)
                    .filter(revision -> revision.key().equals(key))
                    .findFirst();
        }

        private static String id(PolicyKey key, long version) {
            return key.id() + "@" + version;
        }
    }
}
