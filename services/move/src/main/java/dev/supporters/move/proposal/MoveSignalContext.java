package dev.supporters.move.proposal;

import java.time.Instant;

/**
 * With what it is decided about a signal.
 *
 * @param waitUntil until when a signal waits that begins to wait now
 * @param latestExpiry a signal that ends later than this is not believed
 * @param latestDecision nor is one that says that it was decided later than this
 * @param version of the driver's moves after the change
 */
record MoveSignalContext(
        Instant now,
        Instant waitUntil,
        Instant latestExpiry,
        Instant latestDecision,
        RegionBoundsProjection regions,
        long version) {}
