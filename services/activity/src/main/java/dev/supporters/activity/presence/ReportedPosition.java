package dev.supporters.activity.presence;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Position;

import java.time.Instant;

/** Where a driver was, and when, by the app's clock. */
public record ReportedPosition(Position position, Instant time) {

    public ReportedPosition {
        requireNonNull(position);
        requireNonNull(time);
    }
}
