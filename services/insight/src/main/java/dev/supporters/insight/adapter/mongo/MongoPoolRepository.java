package dev.supporters.insight.adapter.mongo;

import dev.supporters.contract.CallId;
import dev.supporters.insight.decision.KeptPool;
import dev.supporters.insight.decision.PoolRepository;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;

import java.util.List;
import java.util.Optional;

/** Choices for held calls, each one document. */
final class MongoPoolRepository implements PoolRepository {

    private final AggregateStore<KeptPool> pools;

    MongoPoolRepository(AggregateStore<KeptPool> pools) {
        this.pools = pools;
    }

    @Override
    public void put(KeptPool pool) {
        pools.react(
                pool.eventId(),
                "",
                (current, version) ->
                        current.isPresent() ? Optional.empty() : Optional.of(Change.to(pool)));
    }

    @Override
    public List<KeptPool> newestOf(CallId callId, int most) {
        return pools.query(query(callId, most)).stream().map(Versioned::value).toList();
    }

    static Query query(CallId callId, int most) {
        return Query.atMost(most)
                .equal(KeptPoolMapper.CALLS, callId.value())
                .descending(KeptPoolMapper.TIME);
    }
}
