package dev.supporters.commander.watch;

import dev.supporters.commander.CommanderConfig;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.SlotRepository;
import dev.supporters.commander.watch.WatcherRegistry.SlotWatcher;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.Versioned;
import dev.supporters.platform.time.Scheduler;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Gives watchers the updates of their slots, whichever instance changes them: a change of this instance at once, a change of another
 * one by a signal. Some changes have no signal (a shift begins, a rest), so all watched slots are also read again at intervals.
 */
@ApplicationScoped
public class WatchService {

    private static final int BATCH = 500;

    private final SlotRepository slots;
    private final WatcherRegistry watchers;
    private final ChangeSignals signals;
    private final Scheduler scheduler;
    private final CommanderConfig config;
    private final AtomicBoolean started = new AtomicBoolean();

    public WatchService(
            SlotRepository slots,
            WatcherRegistry watchers,
            ChangeSignals signals,
            Scheduler scheduler,
            CommanderConfig config) {
        this.slots = slots;
        this.watchers = watchers;
        this.signals = signals;
        this.scheduler = scheduler;
        this.config = config;
    }

    /** The listener gets the slot now, and after each change until the watcher is closed. */
    public SlotWatcher watch(DriverId driverId, Consumer<Versioned<Slot>> listener) {
        startOnce();
        // First listen, then read, so that nothing is missed between the two.
        SlotWatcher watcher = watchers.watch(driverId, listener);
        watcher.update(
                slots.find(driverId)
                        .orElseGet(() ->
                                new Versioned<>(
                                        driverId.value(), 0, Slot.neverWorked(driverId), false)));
        return watcher;
    }

    /** Reads all watched slots again. */
    void refresh() {
        List<DriverId> watched = new ArrayList<>(watchers.watched());
        for (int from = 0; from < watched.size(); from += BATCH) {
            int to = Math.min(from + BATCH, watched.size());
            slots.findAll(watched.subList(from, to)).forEach(watchers::update);
        }
    }

    private void startOnce() {
        if (started.compareAndSet(false, true)) {
            signals.follow(this::changed);
            scheduler.every(config.watchPause(), this::refresh);
        }
    }

    private void changed(DriverId driverId) {
        if (watchers.watched(driverId)) {
            slots.find(driverId).ifPresent(watchers::update);
        }
    }
}
