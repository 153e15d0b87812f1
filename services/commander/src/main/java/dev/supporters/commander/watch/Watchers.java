package dev.supporters.commander.watch;

import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.slot.Slot;
import dev.supporters.platform.store.Versioned;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Who watches which slot on this instance. Each watcher sees versions grow: what is not newer is not told. */
@ApplicationScoped
public class Watchers {

    private final Map<DriverId, Set<Watcher>> byDriver = new ConcurrentHashMap<>();
    private final AtomicInteger count;

    public Watchers(MeterRegistry meters) {
        count = meters.gauge("supporters_commander_watchers", new AtomicInteger());
    }

    /** Tells the listener from now on, until the watcher is closed. */
    public Watcher watch(DriverId driverId, Consumer<Versioned<Slot>> listener) {
        Watcher watcher = new Watcher(driverId, listener, this::leave);
        byDriver.compute(
                driverId,
                (id, watchers) -> {
                    Set<Watcher> all = watchers == null ? ConcurrentHashMap.newKeySet() : watchers;
                    all.add(watcher);
                    return all;
                });
        count.incrementAndGet();
        return watcher;
    }

    /** A slot as it is, or was a moment ago. */
    public void tell(Versioned<Slot> slot) {
        byDriver.getOrDefault(slot.value().driverId(), Set.of())
                .forEach(watcher -> watcher.tell(slot));
    }

    boolean watched(DriverId driverId) {
        return byDriver.containsKey(driverId);
    }

    Set<DriverId> watched() {
        return Set.copyOf(byDriver.keySet());
    }

    private void leave(Watcher watcher) {
        byDriver.computeIfPresent(
                watcher.driverId(),
                (id, watchers) -> {
                    if (watchers.remove(watcher)) {
                        count.decrementAndGet();
                    }
                    return watchers.isEmpty() ? null : watchers;
                });
    }
}
