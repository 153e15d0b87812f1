package dev.supporters.call.adapter.mongo;

import dev.supporters.call.life.Call;
import dev.supporters.platform.store.Documents;
import dev.supporters.platform.store.Stores;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. */
@Singleton
class CallStores {

    @Produces
    @Singleton
    Documents<Call> calls(Stores stores) {
        return stores.documents("calls", new CallMapper());
    }
}
