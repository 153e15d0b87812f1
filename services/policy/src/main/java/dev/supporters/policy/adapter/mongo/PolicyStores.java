package dev.supporters.policy.adapter.mongo;

import dev.supporters.platform.store.Documents;
import dev.supporters.platform.store.Stores;
import dev.supporters.policy.book.Revision;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. */
@Singleton
class PolicyStores {

    @Produces
    @Singleton
    Documents<Revision> newest(Stores stores) {
        return stores.documents("policies", new RevisionMapper());
    }
}
