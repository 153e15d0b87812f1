package dev.supporters.platform.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Keeps one collection as its declaration wants it: rewrites documents of an older stored form, moves what ended a while ago to the
 * archive, and deletes what is older than the retention. Several processes may sweep at once.
 */
final class StoreSweep<T> {

    private static final Logger LOG = Logger.getLogger(StoreSweep.class);
    private static final int BATCH = 1_000;

    private final MongoAggregateStore<T> store;
    private final CollectionSpec<T> spec;
    private final ArchiveConfig.Periods periods;
    private final Clock clock;
    private final Counter archived;
    private final Counter deleted;
    private final Counter failures;

    StoreSweep(
            MongoAggregateStore<T> store,
            ArchiveConfig.Periods periods,
            Clock clock,
            MeterRegistry meters) {
        this.store = store;
        this.periods = periods;
        this.clock = clock;
        spec = store.spec();
        archived = counter(meters, "supporters_store_archived_documents_total");
        deleted = counter(meters, "supporters_store_deleted_documents_total");
        failures = counter(meters, "supporters_store_sweep_failures_total");
    }

    void run() {
        rewrite(store.collection());
        spec.expiryField().ifPresent(this::deleteExpired);
        store.archive()
                .ifPresent(archive -> {
                    rewrite(archive.collection());
                    Instant now = clock.instant();
                    archive.ended(now.minus(periods.after()))
                            .forEach(each -> archive(archive, each));
                    deleted.increment(archive.delete(now.minus(periods.retention())));
                });
    }

    private void deleteExpired(String field) {
        String path = MongoQuery.path(field);
        Date before = Date.from(clock.instant().minus(periods.retention()));
        Bson expired = and(lte(path, before), size("outbox", 0));
        List<String> ids =
                store.collection()
                        .find(expired)
                        .sort(ascending(path))
                        .limit(BATCH)
                        .projection(Projections.include("_id"))
                        .map(document -> document.getString("_id"))
                        .into(new ArrayList<>());
        if (!ids.isEmpty()) {
            deleted.increment(
                    store.collection().deleteMany(and(in("_id", ids), expired)).getDeletedCount());
        }
    }

    private void archive(DocumentArchive archive, Document document) {
        try {
            archive.copy(document);
            if (archive.release(document)) {
                archived.increment();
            }
        } catch (MongoException e) {
            failed("document not archived; the next sweep tries again", document, e);
        }
    }

    /** All that can be rewritten, as queries do not find documents of an older form. */
    private void rewrite(MongoCollection<Document> collection) {
        while (spec.form() > 1 && rewriteBatch(collection) == BATCH) {
            LOG.infof("documents rewritten {collection=%s, count=%d}", spec.name(), BATCH);
        }
    }

    /** The version stays: what the document means stays, too. */
    private int rewriteBatch(MongoCollection<Document> collection) {
        int rewritten = 0;
        List<Integer> older = new ArrayList<>(IntStream.range(1, spec.form()).boxed().toList());
        older.add(null);
        for (Document document : collection.find(in("form", older)).limit(BATCH)) {
            try {
                StateMapper<T> mapper = spec.mapper();
                T state = mapper.read(document.get("state", Document.class));
                collection.updateOne(
                        and(
                                eq("_id", document.getString("_id")),
                                eq("version", MongoAggregateStore.version(document))),
                        Updates.combine(
                                Updates.set("state", mapper.write(state)),
                                Updates.set("form", spec.form())));
                rewritten++;
            } catch (RuntimeException e) {
                // a mapper may fail in any way, and must not keep the rest from being archived
                failed("document stays in its older form", document, e);
            }
        }
        return rewritten;
    }

    private void failed(String what, Document document, RuntimeException e) {
        failures.increment();
        LOG.warnf(e, "%s {collection=%s, id=%s}", what, spec.name(), document.getString("_id"));
    }

    private Counter counter(MeterRegistry meters, String name) {
        return meters.counter(name, "collection", spec.name());
    }
}
