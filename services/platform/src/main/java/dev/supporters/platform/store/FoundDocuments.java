package dev.supporters.platform.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.bson.Document;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Reads the documents that a query has found. In a list one that cannot be read keeps no other back: it is left out, counted, and named
 * in the log once. Where one document is looked for, that it cannot be read is a failure.
 */
final class FoundDocuments<T> {

    private static final Logger LOG = Logger.getLogger(FoundDocuments.class);

    private final String collection;
    private final Function<Document, Versioned<T>> reader;
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    FoundDocuments(
            String collection, Function<Document, Versioned<T>> reader, MeterRegistry meters) {
        this.collection = collection;
        this.reader = reader;
        Gauge.builder("supporters_store_unreadable_documents", unreadable, Set::size)
                .tag("collection", collection)
                .register(meters);
    }

    List<Versioned<T>> read(List<Document> found, Query query) {
        if (query.limit() == 1) {
            return found.stream().map(reader).toList();
        }
        List<Versioned<T>> read = new ArrayList<>(found.size());
        for (Document document : found) {
            String id = document.getString("_id");
            try {
                read.add(reader.apply(document));
                unreadable.remove(id);
            } catch (RuntimeException e) {
                if (unreadable.add(id)) {
                    LOG.errorf(
                            "document left out of a list collection=%s id=%s cause=%s",
                            collection, id, e.getMessage());
                }
            }
        }
        return read;
    }
}
