package dev.supporters.activity.presence;

import dev.supporters.contract.WorkId;

import java.time.Instant;

/** Whether a driver can be reached. This is what is stored, and it decides where several processes watch the same driver. */
public sealed interface Presence {

    /** The shift in which it was stored last. */
    WorkId workId();

    /** The report time of the newest position. */
    Instant newestPosition();

    /** The driver reports. The stored contact may be older than the last one. */
    record Reachable(WorkId workId, Instant contact, Instant newestPosition) implements Presence {}

    /** Nothing came for too long. */
    record Unreachable(WorkId workId, Instant since, Instant newestPosition) implements Presence {}
}
