package dev.supporters.legacy.adapter.mongo;

import dev.supporters.legacy.dispatch.GeneralCall;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.platform.store.Query;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of the legacy stand-in. */
@Singleton
public class LegacyStores {

    /** Nothing is archived: the legacy system is not told when a supporters' call ends, and the stand-in is not for production. */
    public static final CollectionSpec<GeneralCall> CALLS =
            CollectionSpec.of("calls", new GeneralCallMapper())
                    .storedForm(2)
                    .uniqueIndex("engaged-driver", GeneralCallMapper.ENGAGED_DRIVER)
                    .index("created", GeneralCallMapper.CREATE_TIME, Query.ID)
                    .index(
                            "state",
                            GeneralCallMapper.STATE,
                            GeneralCallMapper.CREATE_TIME,
                            Query.ID)
                    .index(
                            "unreported",
                            GeneralCallMapper.UNREPORTED,
                            GeneralCallMapper.CREATE_TIME,
                            Query.ID)
                    .index(
                            "acceptances",
                            GeneralCallMapper.HAS_ACCEPTANCES,
                            GeneralCallMapper.CREATE_TIME,
                            Query.ID);

    @Produces
    @Singleton
    AggregateStore<GeneralCall> calls(AggregateStores stores) {
        return stores.open(CALLS);
    }
}
