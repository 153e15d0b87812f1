package dev.supporters.platform.store;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import org.bson.Document;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Makes a collection's indexes what the declaration says, whatever an older version of the service left there. */
final class IndexCreator {

    private static final Logger LOG = Logger.getLogger(IndexCreator.class);
    private static final int ATTEMPTS = 5;
    private static final int INDEX_NOT_FOUND = 27;
    private static final int OPTIONS_CONFLICT = 85;
    private static final int KEYS_CONFLICT = 86;

    /** What two processes that start at the same time, one of them older, may do to each other. */
    private static final Set<Integer> RACES =
            Set.of(INDEX_NOT_FOUND, OPTIONS_CONFLICT, KEYS_CONFLICT);

    /** On version and id: versions before 2026-11-29 had it, for the embedded store only. */
    private static final String OBSOLETE = "version";

    private IndexCreator() {}

    static void create(MongoCollection<Document> collection, CollectionSpec<?> spec) {
        List<Wanted> all = new ArrayList<>();
        all.add(new Wanted("outbox", List.of("outbox.id"), false, true));
        spec.indexes().forEach(index -> all.add(wanted(index, index.unique())));
        create(collection, spec, all);
    }

    /** In the archive a value may be there several times. */
    static void createForArchive(MongoCollection<Document> archive, CollectionSpec<?> spec) {
        List<Wanted> all = new ArrayList<>();
        spec.indexes().forEach(index -> all.add(wanted(index, false)));
        create(archive, spec, all);
    }

    private static void create(
            MongoCollection<Document> collection, CollectionSpec<?> spec, List<Wanted> all) {
        if (spec.form() > 1) {
            all.add(new Wanted("form", List.of("form"), false, false));
        }
        for (Document existing : collection.listIndexes().into(new ArrayList<>())) {
            if (existing.getString("name").equals(OBSOLETE)) {
                LOG.infof("index %s dropped {collection=%s}", OBSOLETE, spec.name());
                drop(collection, OBSOLETE);
            }
        }
        all.forEach(wanted -> create(collection, wanted));
    }

    private static Wanted wanted(CollectionSpec.Index index, boolean unique) {
        List<String> paths = index.fields().stream().map(MongoQuery::path).toList();
        return new Wanted(index.name(), paths, unique, index.unique());
    }

    private static void create(MongoCollection<Document> collection, Wanted wanted) {
        for (int attempt = 1; ; attempt++) {
            try {
                replace(collection, wanted);
                return;
            } catch (MongoCommandException e) {
                if (attempt == ATTEMPTS || !RACES.contains(e.getErrorCode())) {
                    throw e;
                }
            }
        }
    }

    private static void replace(MongoCollection<Document> collection, Wanted wanted) {
        for (Document existing : collection.listIndexes().into(new ArrayList<>())) {
            if (wanted.equals(Wanted.of(existing))) {
                return;
            }
            if (wanted.conflictsWith(Wanted.of(existing))) {
                LOG.warnf(
                        "index replaced; until the new one is built, queries scan and a unique one"
                                + " does not bind {collection=%s, existing=%s, declared=%s}",
                        collection.getNamespace(), existing.toJson(), wanted);
                drop(collection, existing.getString("name"));
            }
        }
        collection.createIndex(
                Indexes.ascending(wanted.paths()),
                new IndexOptions()
                        .name(wanted.name())
                        .unique(wanted.unique())
                        .sparse(wanted.sparse()));
    }

    private static void drop(MongoCollection<Document> collection, String name) {
        try {
            collection.dropIndex(name);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != INDEX_NOT_FOUND) {
                throw e;
            }
        }
    }

    private record Wanted(String name, List<String> paths, boolean unique, boolean sparse) {

        static Wanted of(Document index) {
            return new Wanted(
                    index.getString("name"),
                    List.copyOf(index.get("key", Document.class).keySet()),
                    index.getBoolean("unique", false),
                    index.getBoolean("sparse", false));
        }

        /** MongoDB has one index of a name, and one on the same fields. */
        boolean conflictsWith(Wanted other) {
            return Objects.equals(name, other.name) || paths.equals(other.paths);
        }
    }
}
