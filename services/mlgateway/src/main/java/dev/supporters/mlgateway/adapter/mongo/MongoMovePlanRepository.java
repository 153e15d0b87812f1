package dev.supporters.mlgateway.adapter.mongo;

import dev.supporters.mlgateway.forecast.RegionalPolicy;
import dev.supporters.mlgateway.moves.MovePlanRepository;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.mlgateway.v1.MovePlanRecord;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import java.time.Instant;
import java.util.Optional;

/** Finds recorded plans in the store, which is opened with the first question. */
@ApplicationScoped
class MongoMovePlanRepository implements MovePlanRepository {

    private final Instance<AggregateStore<MovePlanRecord>> plans;

    MongoMovePlanRepository(Instance<AggregateStore<MovePlanRecord>> plans) {
        this.plans = plans;
    }

    static Query newestQuery(Product product, String region, Instant until) {
        return Query.atMost(1)
                .equal(MovePlanMapper.KEY, RegionalPolicy.key(product, region))
                .atOrBefore(MovePlanMapper.TIME, until)
                .descending(MovePlanMapper.TIME)
                .includingArchived();
    }

    @Override
    public Optional<MovePlanRecord> newest(Product product, String region, Instant until) {
        return plans.get().query(newestQuery(product, region, until)).stream()
                .map(Versioned::value)
                .findFirst();
    }
}
