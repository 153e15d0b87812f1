package dev.supporters.legacy.adapter.mongo;

import dev.supporters.legacy.dispatch.LegacyCall;
import dev.supporters.platform.store.Documents;
import dev.supporters.platform.store.Stores;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of the legacy stand-in. */
@Singleton
class LegacyStores {

    @Produces
    @Singleton
    Documents<LegacyCall> calls(Stores stores) {
        return stores.documents("calls", new LegacyCallMapper());
    }
}
