package dev.supporters.legacy.adapter.mongo;

import dev.supporters.legacy.dispatch.DispatchConflict;
import dev.supporters.legacy.dispatch.GeneralCall;
import dev.supporters.legacy.dispatch.GeneralCallRepository;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.DuplicateKey;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The legacy system's calls in the store. */
@ApplicationScoped
public class MongoGeneralCallRepository implements GeneralCallRepository {

    private static final int PAGE_SIZE = 1_000;

    private final AggregateStore<GeneralCall> store;

    public MongoGeneralCallRepository(AggregateStore<GeneralCall> store) {
        this.store = store;
    }

    static Query since(Instant since, int limit) {
        return oldestFirst(Query.atMost(limit).atOrAfter(GeneralCallMapper.CREATE_TIME, since));
    }

    static Query inState(String state) {
        return oldestFirst(Query.atMost(PAGE_SIZE).equal(GeneralCallMapper.STATE, state));
    }

    static Query flagged(String flag) {
        return oldestFirst(Query.atMost(PAGE_SIZE).equal(flag, true));
    }

    @Override
    public Optional<Versioned<GeneralCall>> find(String callId) {
        return store.find(callId);
    }

    @Override
    public List<Versioned<GeneralCall>> list(
            Instant since, Instant afterTime, String afterId, int limit) {
        return store.query(since(since, limit).afterKey(afterTime, afterId));
    }

    @Override
    public List<Versioned<GeneralCall>> offered() {
        return all(inState("offered"));
    }

    @Override
    public List<Versioned<GeneralCall>> unreported() {
        return all(flagged(GeneralCallMapper.UNREPORTED));
    }

    @Override
    public List<Versioned<GeneralCall>> withAcceptances() {
        return all(flagged(GeneralCallMapper.HAS_ACCEPTANCES));
    }

    @Override
    public Versioned<GeneralCall> change(String callId, GeneralCallDecision decision) {
        try {
            return store.change(
                    callId,
                    "",
                    (current, version) ->
                            decision.next(current).map(next -> new Change<>(next, List.of())));
        } catch (DuplicateKey e) {
            throw DispatchConflict.driverEngaged();
        }
    }

    /** All results, page by page. */
    private List<Versioned<GeneralCall>> all(Query query) {
        List<Versioned<GeneralCall>> all = new ArrayList<>(store.query(query));
        int found = all.size();
        while (found == PAGE_SIZE) {
            GeneralCall last = all.getLast().value();
            List<Versioned<GeneralCall>> page =
                    store.query(query.afterKey(last.createTime(), last.id()));
            all.addAll(page);
            found = page.size();
        }
        return all;
    }

    private static Query oldestFirst(Query query) {
        return query.ascending(GeneralCallMapper.CREATE_TIME, Query.ID);
    }
}
