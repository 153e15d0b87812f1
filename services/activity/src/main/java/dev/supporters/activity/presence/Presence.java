package dev.supporters.activity.presence;

import java.time.Instant;

/** Whether a driver can be reached: what is stored, and decides where several processes watch the same driver. */
public sealed interface Presence {

    /** The work within which it was noted last. */
    WorkId workId();

    /** The report time of the newest position. */
    Instant newestPosition();

    /** Reports; the last contact stored may be older than the last one there was. */
    record Reachable(WorkId workId, Instant contact, Instant newestPosition) implements Presence {}

    /** Silent for too long since an instant. */
    record Unreachable(WorkId workId, Instant since, Instant newestPosition) implements Presence {}
}
