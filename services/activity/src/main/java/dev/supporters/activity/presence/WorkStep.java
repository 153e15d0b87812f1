package dev.supporters.activity.presence;

import dev.supporters.proto.common.v1.Product;

import java.time.Instant;

/** The last that the work topic told of a driver. */
public record WorkStep(
        WorkId workId,
        Product product,
        String region,
        long version,
        Standing standing,
        Instant time) {

    /** How the driver stands at work. */
    public enum Standing {
        /** Works, and shall report. */
        WORKING,
        /** Rests, and may be silent. */
        RESTING,
        /** Is past the window's end, on the last drive, and shall report. */
        ENDING,
        /** Not at work any more. */
        ENDED
    }

    boolean shallReport() {
        return switch (standing) {
            case WORKING, ENDING -> true;
            case RESTING, ENDED -> false;
        };
    }

    boolean after(WorkStep other) {
        return workId.after(other.workId)
                || (workId.equals(other.workId) && version > other.version);
    }
}
