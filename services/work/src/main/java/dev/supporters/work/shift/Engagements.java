package dev.supporters.work.shift;

/** The drivers' slots, which commander owns. Every method refuses with UNAVAILABLE when commander does not answer. */
public interface Engagements {

    /** Refused: DRIVER_ENGAGED, NOT_WORKING. */
    void pause(String driverId);

    /** Refused: NOT_WORKING. */
    void unpause(String driverId);

    /** Whether the driver is on a command or drive. */
    boolean engaged(String driverId);

    /** Closes the slot for good; true when the driver is on a command or drive, and the slot closes after it. */
    boolean closeSlot(String driverId, WorkId workId);
}
