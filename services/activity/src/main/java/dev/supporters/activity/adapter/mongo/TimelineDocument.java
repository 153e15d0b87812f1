package dev.supporters.activity.adapter.mongo;

import io.quarkus.mongodb.panache.common.MongoEntity;

import org.bson.codecs.pojo.annotations.BsonId;

/** One thing that a driver did, as it is read: by driver and business date, in the order of positions. */
@MongoEntity(collection = "timeline")
public class TimelineDocument {

    /** The event's id. */
    @BsonId public String id;

    /** The driver. */
    public String driverId;

    /** The work. */
    public String workId;

    /** The work's business date, "YYYY-MM-DD". */
    public String businessDate;

    /** Sorts the entries. */
    public String position;

    /** When, exactly; the store's own dates end at milliseconds. */
    public String time;

    /** What. */
    public String action;

    /** The call; empty if none. */
    public String callId;
}
