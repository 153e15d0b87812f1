package dev.supporters.commander.engagement;

import dev.supporters.commander.slot.MembershipRule;
import dev.supporters.commander.slot.PauseRule;
import dev.supporters.commander.slot.ShiftEvent;
import dev.supporters.commander.slot.ShiftRule;
import dev.supporters.commander.slot.ShiftVersion;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.SlotRepository;
import dev.supporters.commander.slot.SlotRepository.SlotUpdate;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Memberships;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps slots in step with their shifts. */
@ApplicationScoped
public class SlotService {

    private static final Logger LOG = Logger.getLogger(SlotService.class);

    private final SlotRepository slots;

    public SlotService(SlotRepository slots) {
        this.slots = slots;
    }

    /** The slots that have a command for one of the calls, or remember one. */
    public List<Slot> ofCalls(Collection<CallId> callIds) {
        return slots.findByCalls(callIds);
    }

    /** Applies a step of a shift to its driver's slot. */
    public void apply(ShiftEvent event) {
        DriverId driverId = event.step().driverId();
        Optional<SlotUpdate> update =
                slots.change(driverId, (slot, version) -> ShiftRule.apply(slot, event));
        LOG.debugf(
                "shift event applied driverId=%s workId=%s version=%d changed=%s",
                driverId,
                event.step().workId(),
                event.step().version(),
                update.map(SlotUpdate::changed).orElse(false));
    }

    /** Applies a driver's memberships to the slot. */
    public void apply(Memberships told) {
        Optional<SlotUpdate> update =
                slots.change(told.driverId(), (slot, version) -> MembershipRule.apply(slot, told));
        update.filter(SlotUpdate::changed)
                .map(SlotUpdate::value)
                .filter(slot -> slot.leftTheGroup() && !(slot instanceof Slot.Off))
                .ifPresent(slot ->
                        LOG.infof(
                                "no further command: not a member driverId=%s workId=%s",
                                told.driverId(), slot.shift().orElseThrow().workId()));
    }

    /** A rest begins. */
    public Versioned<Slot> pause(DriverId driverId, ShiftVersion resting) {
        return slots.change(driverId, (slot, version) -> PauseRule.pause(slot, resting))
                .orElseThrow()
                .slot();
    }

    /** A rest ends. */
    public Versioned<Slot> unpause(DriverId driverId, ShiftVersion working) {
        return slots.change(driverId, (slot, version) -> PauseRule.unpause(slot, working))
                .orElseThrow()
                .slot();
    }

    /**
     * The newest shift that a driver's slot knows.
     *
     * @throws Refusal NOT_WORKING if the driver never worked
     */
    public ShiftVersion newestShift(DriverId driverId) {
        return slot(driverId)
                .value()
                .shift()
                .map(shift -> new ShiftVersion(shift.workId(), shift.version()))
                .orElseThrow(PauseRule::notWorking);
    }

    /** Closes the slot of a shift. */
    public ClosedSlot close(DriverId driverId, WorkId workId) {
        Optional<Slot> slot =
                slots.change(driverId, (current, version) -> PauseRule.close(current, workId))
                        .map(SlotUpdate::value);
        return new ClosedSlot(PauseRule.engaged(slot, workId), PauseRule.lastFreed(slot, workId));
    }

    /**
     * What closing found.
     *
     * @param engaged whether the driver is engaged, so that the slot closes by itself later
     * @param lastFreed when the newest call that the driver has taken in the shift ended; empty if none has
     */
    public record ClosedSlot(boolean engaged, Optional<Instant> lastFreed) {}

    /** The slot now; off for a driver who never worked. */
    public Versioned<Slot> slot(DriverId driverId) {
        return slots.find(driverId)
                .orElseGet(() ->
                        new Versioned<>(driverId.value(), 0, Slot.neverWorked(driverId), false));
    }
}
