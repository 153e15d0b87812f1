package dev.supporters.platform.store;

import org.bson.Document;

import java.util.List;
import java.util.Map;

/** Where events wait that were written together with the state that they tell of. */
public interface Outbox {

    /** A collection whose documents have an outbox. */
    void watch(Source source);

    /** Publishes what waits in one document, in its order, and takes it out then. Returns at once, whatever the broker does. */
    void publish(Source source, WaitingEvents waiting);

    /**
     * What waited in a document when it had this version.
     *
     * @param events oldest first
     */
    record WaitingEvents(String documentId, long version, List<Document> events) {}

    /** The store's side of an outbox. */
    interface Source {

        /** Documents with something in their outbox. */
        List<WaitingEvents> waiting(int limit);

        /** Takes published events out of their documents' outboxes. */
        void remove(Map<String, List<String>> eventIdsByDocument);
    }
}
