package dev.supporters.platform.store;

import org.bson.Document;

import java.util.List;

/** Where events wait that were written together with the state that they tell of. */
public interface Outbox {

    /** A collection whose documents have an outbox. */
    void watch(Source source);

    /** Publishes what waits in one document, in its order, and takes it out. Returns at once. */
    void publish(Source source, String documentId, List<Document> waiting);

    /** The store's side of an outbox. */
    interface Source {

        /** Documents with something in their outbox: id and outbox only. */
        List<Document> waiting(int limit);

        /** Takes published events out of a document's outbox. */
        void remove(String documentId, List<String> eventIds);
    }
}
