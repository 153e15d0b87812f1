package dev.supporters.commander.watch;

import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.slot.Slot;
import dev.supporters.platform.store.Versioned;

import java.util.function.Consumer;

/** One who watches a slot. */
public final class Watcher implements AutoCloseable {

    private final DriverId driverId;
    private final Consumer<Versioned<Slot>> listener;
    private final Consumer<Watcher> leave;
    private long newest = -1;

    Watcher(DriverId driverId, Consumer<Versioned<Slot>> listener, Consumer<Watcher> leave) {
        this.driverId = driverId;
        this.listener = listener;
        this.leave = leave;
    }

    DriverId driverId() {
        return driverId;
    }

    /** Tells the slot if it is newer than what was told. */
    public synchronized void tell(Versioned<Slot> slot) {
        if (slot.version() > newest) {
            newest = slot.version();
            listener.accept(slot);
        }
    }

    @Override
    public void close() {
        leave.accept(this);
    }
}
