package dev.supporters.settlement.adapter.mongo;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;
import dev.supporters.settlement.close.CloseRepository;
import dev.supporters.settlement.close.DateClose;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** Closes of business dates in MongoDB. */
@ApplicationScoped
public class MongoCloseRepository implements CloseRepository {

    private final AggregateStore<DateClose> closes;

    public MongoCloseRepository(AggregateStore<DateClose> closes) {
        this.closes = closes;
    }

    @Override
    public List<DateClose> closing() {
        return closes.query(ofClosing()).stream().map(Versioned::value).toList();
    }

    static Query ofClosing() {
        return Query.atMost(Query.MAX_LIMIT).equal(DateCloseMapper.STATE, DateCloseMapper.CLOSING);
    }
}
