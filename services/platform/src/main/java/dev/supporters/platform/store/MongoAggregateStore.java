package dev.supporters.platform.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;

import io.micrometer.core.instrument.MeterRegistry;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** Aggregates in MongoDB; with an archive, if the declaration says so. */
public final class MongoAggregateStore<T> implements AggregateStore<T>, Outbox.Source {

    private static final int ATTEMPTS = 200;
    private static final int REMEMBERED_CAUSES = 64;
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions()
                    .returnDocument(ReturnDocument.AFTER)
                    .projection(Projections.include("version", "outbox"));

    private final CollectionSpec<T> spec;
    private final MongoCollection<Document> collection;
    private final Optional<DocumentArchive> archive;
    private final Outbox outbox;
    private final Clock clock;
    private final FoundDocuments<T> documents;

    public MongoAggregateStore(
            MongoDatabase database,
            CollectionSpec<T> spec,
            Outbox outbox,
            Clock clock,
            MeterRegistry meters) {
        this.spec = spec;
        this.outbox = outbox;
        this.clock = clock;
        documents = new FoundDocuments<>(spec.name(), this::versioned, meters);
        collection = database.getCollection(spec.name());
        IndexCreator.create(collection, spec);
        archive = spec.endField().map(field -> DocumentArchive.open(database, spec, field));
        outbox.watch(this);
    }

    @Override
    public Optional<Versioned<T>> find(String id) {
        return document(id).map(Found::document).map(this::versioned);
    }

    @Override
    public List<Versioned<T>> findAll(Collection<String> ids) {
        List<Document> found = working(ids);
        if (archive.isPresent() && found.size() < ids.size()) {
            found.addAll(archive.get().findAll(missing(ids, found)));
            // what became a working document again in between
            found.addAll(working(missing(ids, found)));
        }
        return found.stream().map(this::versioned).toList();
    }

    @Override
    public List<Versioned<T>> query(Query query) {
        spec.requireIndexFor(query);
        List<Document> found =
                find(StoreDeadline.within(collection), query).into(new ArrayList<>());
        if (query.includesArchived() && archive.isPresent()) {
            found = archive.get().merge(found, query);
        }
        return documents.read(found, query);
    }

    @Override
    public Optional<Versioned<T>> react(String id, String cause, Decision<T> decision) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Found> found = workingOrArchived(id);
            Optional<Document> document = found.map(Found::document);
            Optional<Versioned<T>> current = document.map(this::versioned);
            if (document.filter(d -> RequestCause.applied(cause, causes(d))).isPresent()) {
                return current.map(c -> new Versioned<>(c.id(), c.version(), c.value(), true));
            }
            long next = current.map(Versioned::version).orElse(0L) + 1;
            Optional<Change<T>> change;
            try {
                change = decision.decide(current.map(Versioned::value), next);
            } catch (RuntimeException e) {
                if (found.isEmpty() && becameWorking(id)) {
                    continue;
                }
                throw e;
            }
            if (change.isEmpty()) {
                if (found.isEmpty() && becameWorking(id)) {
                    continue;
                }
                return current;
            }
            String versionId = spec.name() + "/" + id + "/" + next;
            List<Document> events =
                    OutboxEntry.writeAll(versionId, change.get().events(), clock.instant());
            T state = change.get().next();
            boolean written =
                    (found.isEmpty() || found.get().archived())
                            ? insert(document(id, next, document, cause, state, events))
                            : update(id, next - 1, cause, state, events);
            if (written) {
                return Optional.of(new Versioned<>(id, next, state, false));
            }
        }
        throw new IllegalStateException(
                "gave up after " + ATTEMPTS + " lost races in " + collection.getNamespace());
    }

    /** The store's plans for a query, for tests; the embedded store makes none. */
    public List<Document> explain(Query query) {
        spec.requireIndexFor(query);
        List<Document> plans = new ArrayList<>();
        plans.add(find(collection, query).explain());
        archive.ifPresent(a -> plans.add(find(a.collection(), query).explain()));
        return plans;
    }

    @Override
    public List<Outbox.Waiting> waiting(int limit) {
        return collection
                .find(exists("outbox.id"))
                .projection(Projections.include("version", "outbox"))
                .limit(limit)
                .map(MongoAggregateStore::waiting)
                .into(new ArrayList<>());
    }

    @Override
    public void remove(String documentId, List<String> eventIds) {
        collection.updateOne(
                eq("_id", documentId),
                Updates.pull("outbox", new Document("id", new Document("$in", eventIds))));
    }

    MongoCollection<Document> collection() {
        return collection;
    }

    Optional<DocumentArchive> archive() {
        return archive;
    }

    CollectionSpec<T> spec() {
        return spec;
    }

    static FindIterable<Document> find(MongoCollection<Document> collection, Query query) {
        return collection
                .find(MongoQuery.filter(query))
                .sort(MongoQuery.sort(query))
                .limit(query.limit());
    }

    private Optional<Found> document(String id) {
        Optional<Found> found = workingOrArchived(id);
        return found.isEmpty() && archive.isPresent() ? working(id) : found;
    }

    /** Misses what becomes a working document again between the two reads; only a third one finds it. */
    private Optional<Found> workingOrArchived(String id) {
        return working(id).or(() -> archive.flatMap(a -> a.find(id)).map(d -> new Found(d, true)));
    }

    /** For those who do not insert a document that was missed, as that fails and is tried again. */
    private boolean becameWorking(String id) {
        return archive.isPresent() && working(id).isPresent();
    }

    private Optional<Found> working(String id) {
        return Optional.ofNullable(StoreDeadline.within(collection).find(eq("_id", id)).first())
                .map(document -> new Found(document, false));
    }

    private List<Document> working(Collection<String> ids) {
        return ids.isEmpty()
                ? new ArrayList<>()
                : StoreDeadline.within(collection).find(in("_id", ids)).into(new ArrayList<>());
    }

    private static List<String> missing(Collection<String> ids, List<Document> found) {
        List<String> known = found.stream().map(f -> f.getString("_id")).toList();
        return ids.stream().distinct().filter(id -> !known.contains(id)).toList();
    }

    private Document document(
            String id,
            long version,
            Optional<Document> archived,
            String cause,
            T state,
            List<Document> events) {
        List<String> causes = new ArrayList<>();
        archived.ifPresent(a -> causes.addAll(causes(a)));
        if (!cause.isEmpty()) {
            causes.add(cause);
        }
        int forgotten = Math.max(0, causes.size() - REMEMBERED_CAUSES);
        Document document =
                new Document("_id", id)
                        .append("version", version)
                        .append("form", spec.form())
                        .append("state", spec.mapper().write(state))
                        .append("outbox", events)
                        .append("applied", causes.subList(forgotten, causes.size()));
        return archived.isPresent()
                ? document.append(DocumentArchive.REVIVED, Date.from(clock.instant()))
                : document;
    }

    private boolean insert(Document document) {
        String id = document.getString("_id");
        try {
            StoreDeadline.within(collection).insertOne(document);
        } catch (MongoWriteException e) {
            if (DuplicateKey.causes(e) && working(id).isPresent()) {
                return false;
            }
            throw translated(e);
        }
        if (document.containsKey(DocumentArchive.REVIVED)) {
            archive.ifPresent(a -> a.forget(id, document.getLong("version")));
        }
        if (!document.getList("outbox", Document.class).isEmpty()) {
            outbox.publish(this, waiting(document));
        }
        return true;
    }

    private boolean update(String id, long version, String cause, T next, List<Document> events) {
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.set("state", spec.mapper().write(next)));
        updates.add(Updates.set("form", spec.form()));
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
                    StoreDeadline.within(collection)
                            .findOneAndUpdate(
                                    new Document("_id", id).append("version", version),
                                    Updates.combine(updates),
                                    AFTER);
        } catch (MongoCommandException | MongoWriteException e) {
            throw translated(e);
        }
        if (after != null && !events.isEmpty()) {
            outbox.publish(this, waiting(after));
        }
        return after != null;
    }

    private Versioned<T> versioned(Document document) {
        return new Versioned<>(
                document.getString("_id"),
                version(document),
                spec.mapper().read(document.get("state", Document.class)),
                false);
    }

    private static Outbox.Waiting waiting(Document document) {
        return new Outbox.Waiting(
                document.getString("_id"),
                version(document),
                document.getList("outbox", Document.class));
    }

    static long version(Document document) {
        return ((Number) document.get("version")).longValue();
    }

    private static List<String> causes(Document document) {
        return document.getList("applied", String.class);
    }

    private static RuntimeException translated(MongoServerException e) {
        return DuplicateKey.causes(e) ? new DuplicateKey(e.getMessage()) : e;
    }

    private record Found(Document document, boolean archived) {}
}
