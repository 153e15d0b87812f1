package dev.supporters.commander.slot;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkStep;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.work.v1.WorkEvent;

import java.time.Instant;
import java.util.Optional;

/**
 * A step of a shift, and what a slot must know about its begin.
 *
 * @param windowEnd when the shift's window ends; only in the event of its begin
 */
public record ShiftEvent(WorkStep step, Optional<Instant> windowEnd) {

    public ShiftEvent {
        requireNonNull(step);
        requireNonNull(windowEnd);
    }

    /** Empty for an event that this version does not know. */
    public static Optional<ShiftEvent> read(WorkEvent event) {
        Optional<Instant> windowEnd =
                event.hasBegun()
                        ? Optional.of(Timestamps.instant(event.getBegun().getWindowEndTime()))
                        : Optional.empty();
        return WorkStep.read(event).map(step -> new ShiftEvent(step, windowEnd));
    }
}
