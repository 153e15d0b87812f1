package dev.supporters.commander.watch;

import dev.supporters.commander.slot.Slot;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.Versioned;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Who watches which slot on this instance. */
@ApplicationScoped
public class WatcherRegistry {

    private final Map<DriverId, Set<SlotWatcher>> byDriver = new ConcurrentHashMap<>();
    private final AtomicInteger count;

    public WatcherRegistry(MeterRegistry meters) {
        count = meters.gauge("supporters_commander_watchers", new AtomicInteger());
    }

    /** One who watches a slot. It sees versions grow: a slot that is not newer than the last one is left out. */
    public static final class SlotWatcher implements AutoCloseable {

        private final DriverId driverId;
        private final Consumer<Versioned<Slot>> listener;
        private final Consumer<SlotWatcher> removal;
        private long newest = -1;

        private SlotWatcher(
                DriverId driverId,
                Consumer<Versioned<Slot>> listener,
                Consumer<SlotWatcher> removal) {
            this.driverId = driverId;
            this.listener = listener;
            this.removal = removal;
        }

        /** Passes the slot on if it is newer than the last one. */
        public synchronized void update(Versioned<Slot> slot) {
            if (slot.version() > newest) {
                newest = slot.version();
                listener.accept(slot);
            }
        }

        @Override
        public void close() {
            removal.accept(this);
        }
    }

    /** The listener gets the slot's updates from now on, until the watcher is closed. */
    public SlotWatcher watch(DriverId driverId, Consumer<Versioned<Slot>> listener) {
        SlotWatcher watcher = new SlotWatcher(driverId, listener, this::remove);
        byDriver.compute(
                driverId,
                (id, watchers) -> {
                    Set<SlotWatcher> all =
                            watchers == null ? ConcurrentHashMap.newKeySet() : watchers;
                    all.add(watcher);
                    return all;
                });
        count.incrementAndGet();
        return watcher;
    }

    /** Passes a slot on to its watchers, as it is or was a moment ago. */
    public void update(Versioned<Slot> slot) {
        byDriver.getOrDefault(slot.value().driverId(), Set.of())
                .forEach(watcher -> watcher.update(slot));
    }

    boolean watched(DriverId driverId) {
        return byDriver.containsKey(driverId);
    }

    Set<DriverId> watched() {
        return Set.copyOf(byDriver.keySet());
    }

    private void remove(SlotWatcher watcher) {
        byDriver.computeIfPresent(
                watcher.driverId,
                (id, watchers) -> {
                    if (watchers.remove(watcher)) {
                        count.decrementAndGet();
                    }
                    return watchers.isEmpty() ? null : watchers;
                });
    }
}
