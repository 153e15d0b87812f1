package dev.supporters.commander.slot;

import static java.util.Objects.requireNonNull;

import dev.supporters.proto.common.v1.Product;

import java.time.Instant;

/** What was heard of a work. */
public record WorkNews(
        DriverId driverId,
        String workId,
        Product product,
        long version,
        Instant eventTime,
        What what) {

    public WorkNews {
        requireNonNull(driverId);
        requireNonNull(workId);
        requireNonNull(product);
        requireNonNull(eventTime);
        requireNonNull(what);
    }

    /** What happened to it. */
    public sealed interface What {

        /** It began; its window ends at {@code until}. */
        record Begun(Instant until) implements What {}

        /** A rest began. */
        record Rested() implements What {}

        /** A rest ended. */
        record Resumed() implements What {}

        /** The window ended while the driver was engaged. */
        record Ending() implements What {}

        /** It ended. */
        record Ended() implements What {}
    }
}
