package dev.supporters.call.adapter.mongo;

import dev.supporters.call.life.Call;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. */
@Singleton
class CallStores {

    @Produces
    @Singleton
    AggregateStore<Call> calls(AggregateStores stores) {
        return stores.documents("calls", new CallMapper());
    }
}
