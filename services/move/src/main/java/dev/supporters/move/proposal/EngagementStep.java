package dev.supporters.move.proposal;

import java.time.Instant;

/**
 * The last that the activity topic told of a driver.
 *
 * @param version of the engagement; grows over all works
 * @param live whether there is a command or drive after it
 */
public record EngagementStep(WorkId workId, long version, boolean live, Instant time) {

    boolean after(EngagementStep other) {
        return version > other.version;
    }
}
