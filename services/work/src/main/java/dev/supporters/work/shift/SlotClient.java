package dev.supporters.work.shift;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;

import java.time.Instant;
import java.util.Optional;

/** The drivers' slots, which commander owns. Every method refuses with UNAVAILABLE when commander does not answer. */
public interface SlotClient {

    /**
     * Refused: DRIVER_ENGAGED, NOT_WORKING, WRONG_WORK_STATE if the slot has followed a newer version of the shift.
     *
     * @return when the newest call that the driver has taken in the shift ended; empty if none has
     */
    Optional<Instant> pause(DriverId driverId, WorkId workId, long version);

    /** Frees a slot that no newer version of the shift has paused. Refused: NOT_WORKING. */
    void unpause(DriverId driverId, WorkId workId, long version);

    /** Whether the driver is on a command or drive. */
    boolean engaged(DriverId driverId);

    /** Closes the slot for good. */
    ClosedSlot closeSlot(DriverId driverId, WorkId workId);

    /**
     * What closing found.
     *
     * @param engaged whether the driver is on a command or drive; the slot closes after it
     * @param lastEngagementEnd when the newest call that the driver has taken in the shift ended; empty if none has
     */
    record ClosedSlot(boolean engaged, Optional<Instant> lastEngagementEnd) {}
}
