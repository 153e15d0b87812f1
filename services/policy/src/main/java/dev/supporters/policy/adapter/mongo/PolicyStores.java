package dev.supporters.policy.adapter.mongo;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.policy.book.Revision;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. */
@Singleton
class PolicyStores {

    @Produces
    @Singleton
    AggregateStore<Revision> newest(AggregateStores stores) {
        return stores.documents("policies", new RevisionMapper());
    }
}
