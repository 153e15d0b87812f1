package dev.supporters.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;

import java.util.List;

/**
 * The library's store, which also uses indexes that are not unique, and finds by the id what is guarded by the version, too. So no
 * service declares an index for this store only.
 */
final class IndexingBackend extends MemoryBackend {

    @Override
    public MemoryDatabase openOrCreateDatabase(String name) {
        return new Database(name, getCursorRegistry());
    }

    private static final class Database extends MemoryDatabase {

        Database(String name, CursorRegistry cursors) {
            super(name, cursors);
        }

        @Override
        protected MemoryCollection openOrCreateCollection(String name, CollectionOptions options) {
            return name.startsWith("system.")
                    ? super.openOrCreateCollection(name, options)
                    : new FoundById(this, name, options, cursorRegistry);
        }

        @Override
        protected Index<Integer> openOrCreateSecondaryIndex(
                String collection, String name, List<IndexKey> keys, boolean sparse) {
            return new EqualityIndex(name, keys);
        }
    }

    /** A collection that finds by the id whatever else is asked; this index is in no list. */
    private static final class FoundById extends MemoryCollection {

        private static final String INDEX = "_id_and_more";

        FoundById(
                MongoDatabase database,
                String name,
                CollectionOptions options,
                CursorRegistry cursors) {
            super(database, name, options, cursors);
            addIndex(new EqualityIndex(INDEX, List.of(new IndexKey("_id", true))));
        }

        @Override
        public void drop() {
            dropIndex(INDEX);
            super.drop();
        }
    }
}
