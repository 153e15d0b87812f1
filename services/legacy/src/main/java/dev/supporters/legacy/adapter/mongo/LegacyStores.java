package dev.supporters.legacy.adapter.mongo;

import dev.supporters.legacy.dispatch.GeneralCall;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of the legacy stand-in. */
@Singleton
class LegacyStores {

    @Produces
    @Singleton
    AggregateStore<GeneralCall> calls(AggregateStores stores) {
        return stores.documents("calls", new GeneralCallMapper());
    }
}
