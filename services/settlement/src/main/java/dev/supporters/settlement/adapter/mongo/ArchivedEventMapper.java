package dev.supporters.settlement.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import com.google.protobuf.ByteString;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;
import dev.supporters.settlement.archive.ArchivedEvent;

import org.bson.Document;

import java.util.Base64;

/** An event as a document: the message as it is on the wire, in Base64, so that no later form of ours can change what it says. */
final class ArchivedEventMapper implements StateMapper<ArchivedEvent> {

    static final String WORK_ID = "workId";
    static final String TIME = "time";

    @Override
    public Document write(ArchivedEvent event) {
        return new Document("eventId", event.eventId())
                .append(WORK_ID, event.workId().value())
                .append("source", stored(event.source()))
                .append(TIME, stored(event.time()))
                .append(
                        "message",
                        Base64.getEncoder().encodeToString(event.message().toByteArray()));
    }

    @Override
    public ArchivedEvent read(Document state) {
        StoredFields fields = StoredFields.of("shift_events", state);
        return new ArchivedEvent(
                fields.text("eventId"),
                WorkId.ofStored(fields.text(WORK_ID)),
                fields.constant("source", ArchivedEvent.SourceTopic.class),
                fields.instant(TIME),
                ByteString.copyFrom(Base64.getDecoder().decode(fields.text("message"))));
    }
}
