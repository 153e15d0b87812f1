package dev.supporters.call.general;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;

import java.util.Optional;

/**
 * How far a call has come in the legacy system.
 *
 * @param driverId who has or had it; empty if nobody
 */
public record GeneralStatus(State state, Optional<DriverId> driverId) {

    public GeneralStatus {
        requireNonNull(state);
        requireNonNull(driverId);
    }

    /** The states of a call there. */
    public enum State {
        OFFERED,
        TAKEN,
        ARRIVED,
        PICKED_UP,
        COMPLETED,
        CANCELLED,
        UNSERVED,
        /** A supporter has accepted it. */
        SUPPORTERS,
        /** One that this version does not know. */
        OTHER
    }
}
