package dev.supporters.policy.adapter.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;
import dev.supporters.policy.book.Revision;
import dev.supporters.policy.book.Shelf;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** The newest versions by their documents' ids. */
@ApplicationScoped
class MongoShelf implements Shelf {

    private final AggregateStore<Revision> newest;

    MongoShelf(AggregateStore<Revision> newest) {
        this.newest = newest;
    }

    @Override
    public List<Revision> after(String key, int limit) {
        return newest.query(Filters.gt("_id", key), Sorts.ascending("_id"), limit).stream()
                .map(Versioned::value)
                .toList();
    }
}
