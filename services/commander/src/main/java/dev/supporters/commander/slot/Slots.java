package dev.supporters.commander.slot;

import dev.supporters.platform.store.Decision;
import dev.supporters.platform.store.Versioned;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All slots, and the calls that are closed. */
public interface Slots {

    Optional<Versioned<Slot>> find(DriverId driverId);

    /** Those that there are, in no order. */
    List<Versioned<Slot>> findAll(Collection<DriverId> driverIds);

    /**
     * Changes a slot, guarded against everyone else who does.
     *
     * @return the slot after it; empty when there is none and none was made
     * @throws CallHeld where the change would engage a call that is engaged or closed
     */
    Optional<Applied> change(DriverId driverId, Decision<Slot> decision);

    /** Who stands in the call's only place. */
    Optional<CallHolder> holder(CallId callId);

    /**
     * Closes a call.
     *
     * @throws CallHeld where it is engaged
     */
    void close(CallId callId);

    /** Commands that silence has accepted; those that wait longest first. */
    List<Command> overdue(Instant now, int limit);
}
