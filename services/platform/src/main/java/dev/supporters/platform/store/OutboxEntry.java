package dev.supporters.platform.store;

import dev.supporters.platform.event.Envelope;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.TraceParent;

import org.bson.Document;
import org.bson.types.Binary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** An event in an outbox, as a document. */
final class OutboxEntry {

    private OutboxEntry() {}

    /**
     * The events of one version of a document, in their order.
     *
     * @param versionId what the events' ids begin with
     */
    static List<Document> writeAll(String versionId, List<Event> events, Instant now) {
        List<Document> entries = new ArrayList<>();
        for (Event event : events) {
            entries.add(write(versionId + "/" + entries.size(), event, now));
        }
        return entries;
    }

    static Document write(String eventId, Event event, Instant now) {
        return new Document("id", eventId)
                .append("topic", event.topic())
                .append("key", event.key())
                .append("type", event.type())
                .append("time", Date.from(now))
                .append("traceparent", TraceParent.current())
                .append("payload", new Binary(event.payload().toByteArray()));
    }

    static Envelope read(Document entry) {
        return new Envelope(
                entry.getString("id"),
                entry.getString("topic"),
                entry.getString("key"),
                entry.getString("type"),
                entry.getDate("time").toInstant(),
                entry.getString("traceparent"),
                entry.get("payload", Binary.class).getData());
    }
}
