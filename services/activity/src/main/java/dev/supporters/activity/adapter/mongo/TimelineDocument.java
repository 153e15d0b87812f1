package dev.supporters.activity.adapter.mongo;

import dev.supporters.activity.timeline.TimelineEntry;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;

import io.quarkus.mongodb.panache.common.MongoEntity;

import org.bson.codecs.pojo.annotations.BsonId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** An entry of a timeline as it is stored. Values are written as in all collections: dates as ISO text, ids as text. */
@MongoEntity(collection = "timeline")
public class TimelineDocument {

    /** The event's id. */
    @BsonId public String id;

    /** The driver. */
    public String driverId;

    /** The shift. */
    public String workId;

    /** The shift's business date, "YYYY-MM-DD". */
    public String businessDate;

    /** Sorts the entries. */
    public String position;

    /** When, as ISO text: a date of the store ends at milliseconds, and the API gives more. */
    public String time;

    /** What. */
    public String action;

    /** The call; empty if none. */
    public String callId;

    static TimelineDocument of(TimelineEntry entry) {
        TimelineDocument document = new TimelineDocument();
        document.id = entry.eventId();
        document.driverId = entry.driverId().value();
        document.workId = entry.workId().value();
        document.businessDate = entry.workId().businessDate().toString();
        document.position = entry.position();
        document.time = entry.time().toString();
        document.action = entry.action();
        document.callId = entry.callId().map(CallId::value).orElse("");
        return document;
    }

    TimelineEntry entry() {
        return new TimelineEntry(
                id,
                new DriverId(driverId),
                new WorkId(workId, LocalDate.parse(businessDate)),
                Instant.parse(time),
                action,
                Optional.of(callId).filter(text -> !text.isEmpty()).map(CallId::new));
    }
}
