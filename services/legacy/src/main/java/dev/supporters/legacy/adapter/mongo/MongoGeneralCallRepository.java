package dev.supporters.legacy.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import dev.supporters.legacy.dispatch.DispatchConflict;
import dev.supporters.legacy.dispatch.GeneralCall;
import dev.supporters.legacy.dispatch.GeneralCallRepository;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.DuplicateKey;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import org.bson.conversions.Bson;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** The legacy system's calls in the store. */
@ApplicationScoped
public class MongoGeneralCallRepository implements GeneralCallRepository {

    private static final int ALL = 1_000_000;
    private static final String CREATED = "state." + GeneralCallMapper.CREATE_TIME;
    private static final Bson BY_AGE = ascending(CREATED, "_id");

    private final AggregateStore<GeneralCall> documents;

    public MongoGeneralCallRepository(AggregateStore<GeneralCall> documents) {
        this.documents = documents;
        documents.uniqueIndex("engaged-driver", GeneralCallMapper.ENGAGED_DRIVER);
    }

    @Override
    public Optional<Versioned<GeneralCall>> find(String callId) {
        return documents.find(callId);
    }

    @Override
    public List<Versioned<GeneralCall>> list(
            Instant since, Instant afterTime, String afterId, int limit) {
        Date time = Date.from(afterTime);
        Bson behind = or(gt(CREATED, time), and(eq(CREATED, time), gt("_id", afterId)));
        return documents.query(and(gte(CREATED, Date.from(since)), behind), BY_AGE, limit);
    }

    @Override
    public List<Versioned<GeneralCall>> offered() {
        return documents.query(eq("state." + GeneralCallMapper.STATE, "offered"), BY_AGE, ALL);
    }

    @Override
    public List<Versioned<GeneralCall>> unreported() {
        return documents.query(eq("state." + GeneralCallMapper.UNREPORTED, true), BY_AGE, ALL);
    }

    @Override
    public List<Versioned<GeneralCall>> withAcceptances() {
        return documents.query(eq("state." + GeneralCallMapper.HAS_RESULTS, true), BY_AGE, ALL);
    }

    @Override
    public Versioned<GeneralCall> change(String callId, Decision decision) {
        try {
            return documents.change(
                    callId,
                    "",
                    (current, version) ->
                            decision.next(current).map(next -> new Change<>(next, List.of())));
        } catch (DuplicateKey e) {
            throw DispatchConflict.driverEngaged();
        }
    }
}
