package dev.supporters.commander;

import dev.supporters.commander.slot.CallClaim;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.SlotRepository;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.ChangeDecision;
import dev.supporters.platform.store.Versioned;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Slots that remember what was asked of them. */
public final class CountingSlotRepository implements SlotRepository {

    private final SlotRepository slots;
    private final List<String> operations = new CopyOnWriteArrayList<>();

    CountingSlotRepository(SlotRepository slots) {
        this.slots = slots;
    }

    /** What was asked so far; forgets it. */
    public List<String> operations() {
        List<String> all = List.copyOf(operations);
        operations.clear();
        return all;
    }

    @Override
    public Optional<Versioned<Slot>> find(DriverId driverId) {
        operations.add("find");
        return slots.find(driverId);
    }

    @Override
    public List<Versioned<Slot>> findAll(Collection<DriverId> driverIds) {
        operations.add("findAll");
        return slots.findAll(driverIds);
    }

    @Override
    public Optional<SlotUpdate> change(
            DriverId driverId, String cause, ChangeDecision<Slot> decision) {
        operations.add("change");
        return slots.change(driverId, cause, decision);
    }

    @Override
    public List<Slot> findByCalls(Collection<CallId> callIds) {
        operations.add("findByCalls");
        return slots.findByCalls(callIds);
    }

    @Override
    public Optional<CallClaim> findClaim(CallId callId) {
        operations.add("findClaim");
        return slots.findClaim(callId);
    }

    @Override
    public void close(CallId callId, Instant now) {
        operations.add("close");
        slots.close(callId, now);
    }

    @Override
    public List<Command> overdue(Instant now, int limit) {
        operations.add("overdue");
        return slots.overdue(now, limit);
    }
}
