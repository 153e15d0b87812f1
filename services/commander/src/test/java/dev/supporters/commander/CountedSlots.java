package dev.supporters.commander;

import dev.supporters.commander.slot.Applied;
import dev.supporters.commander.slot.CallHolder;
import dev.supporters.commander.slot.CallId;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.Slots;
import dev.supporters.platform.store.Decision;
import dev.supporters.platform.store.Versioned;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Slots that remember what was asked of them. */
public final class CountedSlots implements Slots {

    private final Slots slots;
    private final List<String> operations = new CopyOnWriteArrayList<>();

    CountedSlots(Slots slots) {
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
    public Optional<Applied> change(DriverId driverId, Decision<Slot> decision) {
        operations.add("change");
        return slots.change(driverId, decision);
    }

    @Override
    public Optional<CallHolder> holder(CallId callId) {
        operations.add("holder");
        return slots.holder(callId);
    }

    @Override
    public void close(CallId callId) {
        operations.add("close");
        slots.close(callId);
    }

    @Override
    public List<Command> overdue(Instant now, int limit) {
        operations.add("overdue");
        return slots.overdue(now, limit);
    }
}
