package dev.supporters.routing.supporter;

import java.time.Instant;

/** How far a driver's work in a region had come: events of one work count by their version, those of two by their time. */
public record Work(String workId, String region, long version, Instant time) {

    boolean after(Work other) {
        return workId.equals(other.workId) ? version > other.version : !time.isBefore(other.time);
    }
}
