package dev.supporters.legacy.adapter.mongo;

import dev.supporters.legacy.dispatch.LegacyCall;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of the legacy stand-in. */
@Singleton
class LegacyStores {

    @Produces
    @Singleton
    AggregateStore<LegacyCall> calls(AggregateStores stores) {
        return stores.documents("calls", new LegacyCallMapper());
    }
}
