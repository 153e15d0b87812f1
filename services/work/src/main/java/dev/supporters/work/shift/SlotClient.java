package dev.supporters.work.shift;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;

/** The drivers' slots, which commander owns. Every method refuses with UNAVAILABLE when commander does not answer. */
public interface SlotClient {

    /** Refused: DRIVER_ENGAGED, NOT_WORKING. */
    void pause(DriverId driverId);

    /** Refused: NOT_WORKING. */
    void unpause(DriverId driverId);

    /** Whether the driver is on a command or drive. */
    boolean engaged(DriverId driverId);

    /** Closes the slot for good; true when the driver is on a command or drive, and the slot closes after it. */
    boolean closeSlot(DriverId driverId, WorkId workId);
}
