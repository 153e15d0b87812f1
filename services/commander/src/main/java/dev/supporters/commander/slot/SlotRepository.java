package dev.supporters.commander.slot;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.ChangeDecision;
import dev.supporters.platform.store.Versioned;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All slots, and the calls that are closed. */
public interface SlotRepository {

    Optional<Versioned<Slot>> find(DriverId driverId);

    /** Those that exist, in no order. */
    List<Versioned<Slot>> findAll(Collection<DriverId> driverIds);

    /**
     * Changes a slot in one update that is guarded by the version that was read.
     *
     * <p>Refused: REQUEST_ID_REUSED, if the cause is a request whose key was used with another body.
     *
     * @param cause a request ({@link DriverRequest}), remembered with the change: the second time nothing is changed; empty if none
     * @return the slot after it; empty if there is none and none was made
     * @throws CallClaim.CallAlreadyClaimed if the change would engage a call that is engaged or closed
     */
    Optional<SlotUpdate> change(DriverId driverId, String cause, ChangeDecision<Slot> decision);

    /** A change that no request asks for. */
    default Optional<SlotUpdate> change(DriverId driverId, ChangeDecision<Slot> decision) {
        return change(driverId, "", decision);
    }

    /** Those that are engaged with one of the calls, or remember a command for one, in no order; a command that ends meanwhile is in one of them. */
    List<Slot> findByCalls(Collection<CallId> callIds);

    /** The call's one claim. */
    Optional<CallClaim> findClaim(CallId callId);

    /**
     * Closes a call.
     *
     * @throws CallClaim.CallAlreadyClaimed if it is engaged
     */
    void close(CallId callId, Instant now);

    /** Open commands whose deadline has passed, so that silence has accepted them; those that wait longest first. */
    List<Command> overdue(Instant now, int limit);

    /**
     * A slot after a decision.
     *
     * @param changed whether the decision changed it; false if there was nothing to change
     */
    record SlotUpdate(Versioned<Slot> slot, boolean changed) {

        public Slot value() {
            return slot.value();
        }
    }
}
