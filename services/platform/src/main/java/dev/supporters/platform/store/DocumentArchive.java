package dev.supporters.platform.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where documents are that have ended a while ago. The working collection wins: a copy here whose document is also there is stale and
 * harmless, so that a process may die between any two steps.
 *
 * <p>A document that was revived stays a working one for as long as one that has just ended. So no process that is slow can still
 * write what it read before the document was here the last time.
 */
final class DocumentArchive {

    static final String REVIVED = "revived";

    private static final int BATCH = 1_000;

    private final MongoCollection<Document> working;
    private final MongoCollection<Document> archive;
    private final String endPath;

    private DocumentArchive(
            MongoCollection<Document> working, MongoCollection<Document> archive, String endPath) {
        this.working = working;
        this.archive = archive;
        this.endPath = endPath;
    }

    static DocumentArchive open(MongoDatabase database, CollectionSpec<?> spec, String endField) {
        MongoCollection<Document> archive = database.getCollection(spec.name() + "_archive");
        IndexCreator.createForArchive(archive, spec);
        return new DocumentArchive(
                database.getCollection(spec.name()), archive, MongoQuery.path(endField));
    }

    MongoCollection<Document> collection() {
        return archive;
    }

    Optional<Document> find(String id) {
        return Optional.ofNullable(StoreDeadline.within(archive).find(eq("_id", id)).first());
    }

    List<Document> findAll(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : StoreDeadline.within(archive).find(in("_id", ids)).into(new ArrayList<>());
    }

    /** The documents that were found among the working ones, and those of the archive that the query wants, too. */
    List<Document> merge(List<Document> found, Query query) {
        Set<String> stale = new HashSet<>();
        while (true) {
            Bson filter = MongoQuery.filter(query);
            List<Document> copies =
                    StoreDeadline.within(archive)
                            .find(stale.isEmpty() ? filter : and(filter, nin("_id", stale)))
                            .sort(MongoQuery.sort(query))
                            .limit(query.limit())
                            .into(new ArrayList<>());
            List<String> superseded = workingIds(copies);
            if (superseded.isEmpty()) {
                List<Document> merged = new ArrayList<>(found);
                merged.addAll(copies);
                return merged.stream()
                        .sorted(StoredValues.order(query))
                        .limit(query.limit())
                        .toList();
            }
            stale.addAll(superseded);
        }
    }

    /** Removes the copy of a document that is a working one again. */
    void forget(Document revived) {
        archive.deleteOne(
                KnownCauses.of(revived)
                        .older(revived.getString("_id"), MongoAggregateStore.version(revived)));
    }

    /** Working documents that ended before the instant and have published all events. */
    List<Document> ended(Instant before) {
        Date date = Date.from(before);
        return working.find(
                        and(
                                lte(endPath, date),
                                size("outbox", 0),
                                or(eq(REVIVED, null), lte(REVIVED, date))))
                .sort(ascending(endPath))
                .limit(BATCH)
                .into(new ArrayList<>());
    }

    /** Puts a copy here, unless a newer one is here. */
    void copy(Document document) {
        try {
            archive.replaceOne(
                    KnownCauses.of(document)
                            .older(
                                    document.getString("_id"),
                                    MongoAggregateStore.version(document)),
                    document,
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (!DuplicateKey.causes(e)) {
                throw e;
            }
        }
    }

    /** Takes the document out of the working ones if nobody changed it since; whether it was so. */
    boolean release(Document document) {
        return working.deleteOne(
                                and(
                                        eq("_id", document.getString("_id")),
                                        eq("version", MongoAggregateStore.version(document)),
                                        KnownCauses.of(document).guard(),
                                        size("outbox", 0)))
                        .getDeletedCount()
                == 1;
    }

    /** Deletes copies of what ended before the instant; how many. */
    long delete(Instant endedBefore) {
        Bson expired = lte(endPath, Date.from(endedBefore));
        List<String> ids = ids(archive.find(expired).sort(ascending(endPath)).limit(BATCH));
        return ids.isEmpty()
                ? 0
                : archive.deleteMany(and(in("_id", ids), expired)).getDeletedCount();
    }

    private List<String> workingIds(List<Document> copies) {
        List<String> ids = copies.stream().map(copy -> copy.getString("_id")).toList();
        return ids.isEmpty() ? List.of() : ids(working.find(in("_id", ids)));
    }

    private static List<String> ids(FindIterable<Document> found) {
        return found.projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }
}
