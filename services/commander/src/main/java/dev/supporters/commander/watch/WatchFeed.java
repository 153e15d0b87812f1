package dev.supporters.commander.watch;

import dev.supporters.commander.CommanderConfig;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.Slots;
import dev.supporters.platform.store.Versioned;
import dev.supporters.platform.time.Scheduler;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Shows watchers their slots, whoever changes them: this instance tells at once; what others do is heard of by hints; and for what
 * no hint tells of (works that begin, rests) all watched slots are read again, in one go, every now and then.
 */
@ApplicationScoped
public class WatchFeed {

    private static final int READ_AT_ONCE = 500;

    private final Slots slots;
    private final Watchers watchers;
    private final Hints hints;
    private final Scheduler scheduler;
    private final CommanderConfig config;
    private final AtomicBoolean started = new AtomicBoolean();

    public WatchFeed(
            Slots slots,
            Watchers watchers,
            Hints hints,
            Scheduler scheduler,
            CommanderConfig config) {
        this.slots = slots;
        this.watchers = watchers;
        this.hints = hints;
        this.scheduler = scheduler;
        this.config = config;
    }

    /** Tells the slot now, and after each change until the watcher is closed. */
    public Watcher watch(DriverId driverId, Consumer<Versioned<Slot>> listener) {
        startOnce();
        // First listen, then look: nothing is missed between the two.
        Watcher watcher = watchers.watch(driverId, listener);
        watcher.tell(
                slots.find(driverId)
                        .orElseGet(() ->
                                new Versioned<>(driverId.value(), 0, Slot.never(driverId), false)));
        return watcher;
    }

    /** Reads all watched slots again. */
    void refresh() {
        List<DriverId> watched = new ArrayList<>(watchers.watched());
        for (int from = 0; from < watched.size(); from += READ_AT_ONCE) {
            int to = Math.min(from + READ_AT_ONCE, watched.size());
            slots.findAll(watched.subList(from, to)).forEach(watchers::tell);
        }
    }

    private void startOnce() {
        if (started.compareAndSet(false, true)) {
            hints.follow(this::changed);
            scheduler.every(config.watchPause(), this::refresh);
        }
    }

    private void changed(DriverId driverId) {
        if (watchers.watched(driverId)) {
            slots.find(driverId).ifPresent(watchers::tell);
        }
    }
}
