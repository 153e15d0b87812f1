package dev.supporters.platform.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;

import dev.supporters.platform.event.Event;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Aggregates in MongoDB. */
public final class MongoAggregateStore<T> implements AggregateStore<T>, Outbox.Source {

    private static final int ATTEMPTS = 200;
    private static final int REMEMBERED_CAUSES = 64;
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions()
                    .returnDocument(ReturnDocument.AFTER)
                    .projection(Projections.include("version", "outbox"));

    private final MongoCollection<Document> collection;
    private final StateMapper<T> mapper;
    private final Outbox outbox;
    private final Clock clock;

    public MongoAggregateStore(
            MongoCollection<Document> collection,
            StateMapper<T> mapper,
            Outbox outbox,
            Clock clock) {
        this.collection = collection;
        this.mapper = mapper;
        this.outbox = outbox;
        this.clock = clock;
        // The embedded store finds by an index only where the filter has exactly the keys of a
        // unique one.
        collection.createIndex(
                Indexes.ascending("_id", "version"),
                new IndexOptions().unique(true).name("version"));
        collection.createIndex(
                Indexes.ascending("outbox.id"), new IndexOptions().sparse(true).name("outbox"));
        outbox.watch(this);
    }

    @Override
    public Optional<Versioned<T>> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(this::versioned);
    }

    @Override
    public List<Versioned<T>> findAll(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : collection.find(in("_id", ids)).map(this::versioned).into(new ArrayList<>());
    }

    @Override
    public List<Versioned<T>> query(Bson filter, Bson sort, int limit) {
        return collection
                .find(filter)
                .sort(sort)
                .limit(limit)
                .map(this::versioned)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Versioned<T>> react(String id, String cause, Decision<T> decision) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Document found = collection.find(eq("_id", id)).first();
            Optional<Versioned<T>> current = Optional.ofNullable(found).map(this::versioned);
            if (found != null
                    && !cause.isEmpty()
                    && found.getList("applied", String.class).contains(cause)) {
                return current.map(c -> new Versioned<>(c.id(), c.version(), c.value(), true));
            }
            long next = current.map(Versioned::version).orElse(0L) + 1;
            Optional<Change<T>> change = decision.decide(current.map(Versioned::value), next);
            if (change.isEmpty()) {
                return current;
            }
            List<Document> events = entries(id, next, change.get().events());
            boolean written =
                    found == null
                            ? insert(id, cause, change.get().next(), events)
                            : update(id, next - 1, cause, change.get().next(), events);
            if (written) {
                return Optional.of(new Versioned<>(id, next, change.get().next(), false));
            }
        }
        throw new IllegalStateException(
                "gave up after " + ATTEMPTS + " lost races in " + collection.getNamespace());
    }

    @Override
    public void uniqueIndex(String name, String... stateFields) {
        List<String> fields = Arrays.stream(stateFields).map(f -> "state." + f).toList();
        collection.createIndex(
                Indexes.ascending(fields), new IndexOptions().unique(true).sparse(true).name(name));
    }

    @Override
    public List<Document> waiting(int limit) {
        return collection
                .find(exists("outbox.id"))
                .projection(Projections.include("outbox"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    @Override
    public void remove(String documentId, List<String> eventIds) {
        collection.updateOne(
                eq("_id", documentId),
                Updates.pull("outbox", new Document("id", new Document("$in", eventIds))));
    }

    private boolean insert(String id, String cause, T next, List<Document> events) {
        try {
            collection.insertOne(
                    new Document("_id", id)
                            .append("version", 1L)
                            .append("state", mapper.write(next))
                            .append("outbox", events)
                            .append("applied", cause.isEmpty() ? List.of() : List.of(cause)));
        } catch (MongoWriteException e) {
            if (duplicate(e) && collection.find(eq("_id", id)).first() != null) {
                return false;
            }
            throw translated(e);
        }
        if (!events.isEmpty()) {
            outbox.publish(this, id, events);
        }
        return true;
    }

    private boolean update(String id, long version, String cause, T next, List<Document> events) {
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.set("state", mapper.write(next)));
        updates.add(Updates.inc("version", 1L));
        if (!events.isEmpty()) {
            updates.add(Updates.pushEach("outbox", events));
        }
        if (!cause.isEmpty()) {
            updates.add(
                    Updates.pushEach(
                            "applied",
                            List.of(cause),
                            new PushOptions().slice(-REMEMBERED_CAUSES)));
        }
        Document after;
        try {
            after =
                    collection.findOneAndUpdate(
                            and(eq("_id", id), eq("version", version)),
                            Updates.combine(updates),
                            AFTER);
        } catch (MongoCommandException | MongoWriteException e) {
            throw translated(e);
        }
        if (after != null && !events.isEmpty()) {
            outbox.publish(this, id, after.getList("outbox", Document.class));
        }
        return after != null;
    }

    private List<Document> entries(String id, long version, List<Event> events) {
        List<Document> entries = new ArrayList<>();
        for (Event event : events) {
            String eventId =
                    collection.getNamespace().getCollectionName()
                            + "/"
                            + id
                            + "/"
                            + version
                            + "/"
                            + entries.size();
            entries.add(OutboxEntry.write(eventId, event, clock.instant()));
        }
        return entries;
    }

    private Versioned<T> versioned(Document document) {
        T state = mapper.read(document.get("state", Document.class));
        return new Versioned<>(
                document.getString("_id"),
                ((Number) document.get("version")).longValue(),
                state,
                false);
    }

    private static RuntimeException translated(MongoServerException e) {
        return duplicate(e) ? new DuplicateKey(e.getMessage()) : e;
    }

    private static boolean duplicate(MongoServerException e) {
        return ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY
                || (e instanceof MongoWriteException w
                        && w.getError().getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}
