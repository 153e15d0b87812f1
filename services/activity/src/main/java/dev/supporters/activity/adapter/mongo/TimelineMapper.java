package dev.supporters.activity.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.activity.timeline.TimelineEntry;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.StateMapper;
import dev.supporters.platform.store.StoredFields;

import org.bson.Document;

import java.time.Instant;
import java.util.Optional;

/** An entry of a timeline as a document of its own, whose id is the event's. */
final class TimelineMapper implements StateMapper<TimelineEntry> {

    static final String DRIVER_ID = "driverId";
    static final String BUSINESS_DATE = "businessDate";

    /** Sorts the entries. */
    static final String POSITION = "position";

    /** The time is text: a date of the store ends at milliseconds, and the API gives more. */
    @Override
    public Document write(TimelineEntry entry) {
        return new Document(Query.ID, entry.eventId())
                .append(DRIVER_ID, entry.driverId().value())
                .append("workId", entry.workId().value())
                .append(BUSINESS_DATE, stored(entry.workId().businessDate()))
                .append(POSITION, entry.position())
                .append("time", entry.time().toString())
                .append("action", entry.action())
                .append("callId", entry.callId().map(CallId::value).orElse(""));
    }

    @Override
    public TimelineEntry read(Document document) {
        StoredFields fields = StoredFields.of("timeline", document);
        return new TimelineEntry(
                fields.text(Query.ID),
                new DriverId(fields.text(DRIVER_ID)),
                new WorkId(fields.text("workId"), fields.date(BUSINESS_DATE)),
                Instant.parse(fields.text("time")),
                fields.text("action"),
                Optional.of(fields.text("callId")).filter(id -> !id.isEmpty()).map(CallId::new));
    }
}
