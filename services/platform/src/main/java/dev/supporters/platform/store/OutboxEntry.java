package dev.supporters.platform.store;

import dev.supporters.platform.event.Envelope;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.TraceParent;

import org.bson.Document;
import org.bson.types.Binary;

import java.time.Instant;
import java.util.Date;

/** An event in an outbox, as a document. */
final class OutboxEntry {

    private OutboxEntry() {}

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
