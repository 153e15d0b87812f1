package dev.supporters.driver.status;

import java.time.Instant;

/** The last that the work topic told of a driver. */
public record WorkStep(WorkId workId, long version, Standing standing, Instant time) {

    /** How the driver stands at work. */
    public enum Standing {
        WORKING,
        RESTING,
        ENDING,
        ENDED
    }

    boolean after(WorkStep other) {
        return workId.after(other.workId)
                || (workId.equals(other.workId) && version > other.version);
    }
}
