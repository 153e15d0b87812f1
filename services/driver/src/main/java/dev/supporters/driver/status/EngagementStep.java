package dev.supporters.driver.status;

import java.time.Instant;

/** The last that the activity topic told of a driver. The engagement's version grows over all works. */
public record EngagementStep(
        WorkId workId, String callId, long version, Phase phase, Instant time) {

    /** How far the command or drive has come. */
    public enum Phase {
        COMMANDED,
        ACCEPTED,
        ARRIVED,
        DRIVING,
        COMPLETED,
        DROPPED;

        boolean live() {
            return this != COMPLETED && this != DROPPED;
        }
    }

    boolean after(EngagementStep other) {
        return version > other.version;
    }
}
