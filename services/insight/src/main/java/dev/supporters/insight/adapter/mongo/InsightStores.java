package dev.supporters.insight.adapter.mongo;

import dev.supporters.insight.decision.CallDecisions;
import dev.supporters.insight.decision.KeptPool;
import dev.supporters.insight.decision.PoolRepository;
import dev.supporters.insight.legacy.LegacyNight;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.NightRepository;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.insight.v1.NightStates;

import io.quarkus.runtime.Startup;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. */
@Singleton
public class InsightStores {

    /** One document for each night. */
    public static final CollectionSpec<CountedNight> NIGHTS =
            CollectionSpec.of("nights", new CountedNightMapper())
                    .storedForm(3)
                    .index("date", CountedNightMapper.BUSINESS_DATE, CountedNightMapper.PRODUCT)
                    .deletedBy(CountedNightMapper.END_TIME);

    /** One document for each call. */
    public static final CollectionSpec<CallDecisions> DECISIONS =
            CollectionSpec.of("decisions", new CallDecisionsMapper())
                    .deletedBy(CallDecisionsMapper.NEWEST);

    /** One document for each choice for held calls. */
    public static final CollectionSpec<KeptPool> POOLS =
            CollectionSpec.of("pools", new KeptPoolMapper())
                    .index("calls", KeptPoolMapper.CALLS, KeptPoolMapper.TIME)
                    .deletedBy(KeptPoolMapper.TIME);

    /** One document for each night. */
    public static final CollectionSpec<NightStates> STATES =
            CollectionSpec.of("states", new NightStatesMapper())
                    .deletedBy(NightStatesMapper.END_TIME);

    /** One document for each night. */
    public static final CollectionSpec<LegacyNight> LEGACY_NIGHTS =
            CollectionSpec.of("legacy_nights", new LegacyNightMapper())
                    .deletedBy(LegacyNightMapper.END_TIME);

    @Startup
    @Produces
    @Singleton
    NightRepository nights(AggregateStores stores) {
        return repository(stores.open(NIGHTS));
    }

    @Startup
    @Produces
    @Singleton
    AggregateStore<CallDecisions> decisions(AggregateStores stores) {
        return stores.open(DECISIONS);
    }

    @Startup
    @Produces
    @Singleton
    PoolRepository pools(AggregateStores stores) {
        return pools(stores.open(POOLS));
    }

    @Startup
    @Produces
    @Singleton
    AggregateStore<NightStates> states(AggregateStores stores) {
        return stores.open(STATES);
    }

    @Startup
    @Produces
    @Singleton
    AggregateStore<LegacyNight> legacyNights(AggregateStores stores) {
        return stores.open(LEGACY_NIGHTS);
    }

    /** Also for tests, over a store of theirs. */
    public static NightRepository repository(AggregateStore<CountedNight> nights) {
        return new MongoNightRepository(nights);
    }

    /** Also for tests, over a store of theirs. */
    public static PoolRepository pools(AggregateStore<KeptPool> pools) {
        return new MongoPoolRepository(pools);
    }
}
