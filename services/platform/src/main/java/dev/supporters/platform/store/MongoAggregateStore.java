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
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;

import io.micrometer.core.instrument.MeterRegistry;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Aggregates in MongoDB; with an archive, if the declaration says so. */
public final class MongoAggregateStore<T> implements AggregateStore<T>, Outbox.Source {

    private static final int ATTEMPTS = 200;
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions()
                    .returnDocument(ReturnDocument.AFTER)
                    .projection(Projections.include("version", "outbox"));

    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final CollectionSpec<T> spec;
    private final MongoCollection<Document> collection;
    private final Optional<DocumentArchive> archive;
    private final Outbox outbox;
    private final Clock clock;
    private final FoundDocuments<T> documents;
    private final OwnWrites ownWrites = new OwnWrites();

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
        return document(id).map(FoundDocument::document).map(this::versioned);
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
    public Optional<Versioned<T>> react(String id, String cause, ChangeDecision<T> decision) {
        Optional<Versioned<T>> changed = changedWithoutReading(id, cause, decision);
        return changed.isPresent() ? changed : changedAfterReading(id, cause, decision);
    }

    /**
     * By one request instead of two: changes what this process wrote last, if nobody else has changed it since. Only a change is decided
     * in this way; that there is none, and every refusal, is decided on what the store has.
     */
    private Optional<Versioned<T>> changedWithoutReading(
            String id, String cause, ChangeDecision<T> decision) {
        return ownWrites
                .find(id)
                .flatMap(written -> {
                    long next = written.version() + 1;
                    Optional<Change<T>> change;
                    try {
                        change =
                                written.causes().has(cause)
                                        ? Optional.empty()
                                        : decision.decide(
                                                Optional.of(spec.mapper().read(written.state())),
                                                next);
                    } catch (RuntimeException e) {
                        return Optional.empty();
                    }
                    return change.filter(
                                    c -> {
                                        boolean still =
                                                update(
                                                        id,
                                                        written.version(),
                                                        written.causes(),
                                                        cause,
                                                        c.next(),
                                                        entries(id, next, c));
                                        if (still) {
                                            ownWrites.confirmed();
                                        } else {
                                            ownWrites.outdated(id);
                                        }
                                        return still;
                                    })
                            .map(c -> new Versioned<>(id, next, c.next(), false));
                });
    }

    private List<Document> entries(String id, long version, Change<T> change) {
        return OutboxEntry.writeAll(
                spec.name() + "/" + id + "/" + version, change.events(), clock.instant());
    }

    private Optional<Versioned<T>> changedAfterReading(
            String id, String cause, ChangeDecision<T> decision) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<FoundDocument> found = workingOrArchived(id);
            Optional<Document> document = found.map(FoundDocument::document);
            Optional<Versioned<T>> current = document.map(this::versioned);
            KnownCauses causes = document.map(KnownCauses::of).orElse(KnownCauses.none());
            if (causes.has(cause)) {
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
                if (found.isPresent()
                        && RequestCause.ofRequest(cause)
                        && !remembered(found.get(), causes, cause)) {
                    continue;
                }
                return current;
            }
            List<Document> events = entries(id, next, change.get());
            T state = change.get().next();
            boolean written =
                    (found.isEmpty() || found.get().archived())
                            ? insert(
                                    document(
                                            id,
                                            next,
                                            found.isPresent(),
                                            causes.changedBy(cause),
                                            state,
                                            events))
                            : update(id, next - 1, causes, cause, state, events);
            if (written) {
                return Optional.of(new Versioned<>(id, next, state, false));
            }
        }
        throw new IllegalStateException(
                "gave up after " + ATTEMPTS + " lost races in " + collection.getNamespace());
    }

    /**
     * A request that changed nothing is remembered in the document; the version stays. An archived one becomes a working one, so that it and a
     * change at the same time are one after the other. Whether nobody was faster.
     */
    private boolean remembered(FoundDocument found, KnownCauses causes, String cause) {
        Document document = found.document();
        String id = document.getString("_id");
        if (found.archived()) {
            try {
                return insert(revived(document, causes.unchangedBy(cause)));
            } catch (DuplicateKey taken) {
                // another document has what is unique, so that nobody can change this one
                return rememberedIn(archive.get().collection(), document, causes, cause);
            }
        }
        ownWrites.forget(id);
        return rememberedIn(collection, document, causes, cause);
    }

    private static boolean rememberedIn(
            MongoCollection<Document> place, Document document, KnownCauses causes, String cause) {
        return StoreDeadline.within(place)
                        .updateOne(
                                causes.asItWas(document.getString("_id"), version(document)),
                                KnownCauses.pushUnchanged(cause))
                        .getMatchedCount()
                == 1;
    }

    private Document revived(Document archived, KnownCauses causes) {
        return causes.write(
                new Document(archived)
                        .append("version", version(archived))
                        .append("outbox", List.of())
                        .append(DocumentArchive.REVIVED, Date.from(clock.instant())));
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
    public List<Outbox.WaitingEvents> waiting(int limit) {
        return collection
                .find(exists("outbox.id"))
                .projection(Projections.include("version", "outbox"))
                .limit(limit)
                .map(MongoAggregateStore::waiting)
                .into(new ArrayList<>());
    }

    @Override
    public void remove(Map<String, List<String>> eventIdsByDocument) {
        List<UpdateOneModel<Document>> removals = new ArrayList<>();
        eventIdsByDocument.forEach((documentId, eventIds) ->
                removals.add(
                        new UpdateOneModel<>(
                                eq("_id", documentId),
                                Updates.pull(
                                        "outbox",
                                        new Document("id", new Document("$in", eventIds))))));
        collection.bulkWrite(removals, IN_ANY_ORDER);
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

    private Optional<FoundDocument> document(String id) {
        Optional<FoundDocument> found = workingOrArchived(id);
        return found.isEmpty() && archive.isPresent() ? working(id) : found;
    }

    /** Misses what becomes a working document again between the two reads; only a third one finds it. */
    private Optional<FoundDocument> workingOrArchived(String id) {
        return working(id)
                .or(() -> archive.flatMap(a -> a.find(id)).map(d -> new FoundDocument(d, true)));
    }

    /** For those who do not insert a document that was missed, as that fails and is tried again. */
    private boolean becameWorking(String id) {
        return archive.isPresent() && working(id).isPresent();
    }

    private Optional<FoundDocument> working(String id) {
        return Optional.ofNullable(StoreDeadline.within(collection).find(eq("_id", id)).first())
                .map(document -> new FoundDocument(document, false));
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
            boolean archived,
            KnownCauses causes,
            T state,
            List<Document> events) {
        Document document =
                causes.write(
                        new Document("_id", id)
                                .append("version", version)
                                .append("form", spec.form())
                                .append("state", spec.mapper().write(state))
                                .append("outbox", events));
        return archived
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
            archive.ifPresent(a -> a.forget(document));
        }
        ownWrites.put(
                id,
                new OwnWrites.Written(
                        document.getLong("version"),
                        document.get("state", Document.class),
                        KnownCauses.of(document)));
        if (!document.getList("outbox", Document.class).isEmpty()) {
            outbox.publish(this, waiting(document));
        }
        return true;
    }

    private boolean update(
            String id,
            long version,
            KnownCauses causes,
            String cause,
            T next,
            List<Document> events) {
        Document state = spec.mapper().write(next);
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.set("state", state));
        updates.add(Updates.set("form", spec.form()));
        updates.add(Updates.inc("version", 1L));
        if (!events.isEmpty()) {
            updates.add(Updates.pushEach("outbox", events));
        }
        if (!cause.isEmpty()) {
            updates.add(KnownCauses.push(cause));
        }
        Document after;
        try {
            after =
                    StoreDeadline.within(collection)
                            .findOneAndUpdate(
                                    causes.asItWas(id, version), Updates.combine(updates), AFTER);
        } catch (MongoCommandException | MongoWriteException e) {
            throw translated(e);
        }
        if (after == null) {
            return false;
        }
        ownWrites.put(id, new OwnWrites.Written(version + 1, state, causes.changedBy(cause)));
        if (!events.isEmpty()) {
            outbox.publish(this, waiting(after));
        }
        return true;
    }

    private Versioned<T> versioned(Document document) {
        return new Versioned<>(
                document.getString("_id"),
                version(document),
                spec.mapper().read(document.get("state", Document.class)),
                false);
    }

    private static Outbox.WaitingEvents waiting(Document document) {
        return new Outbox.WaitingEvents(
                document.getString("_id"),
                version(document),
                document.getList("outbox", Document.class));
    }

    static long version(Document document) {
        return ((Number) document.get("version")).longValue();
    }

    private static RuntimeException translated(MongoServerException e) {
        return DuplicateKey.causes(e) ? new DuplicateKey(e.getMessage()) : e;
    }

    private record FoundDocument(Document document, boolean archived) {}
}
