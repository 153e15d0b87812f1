package dev.supporters.work.clockoff;

import dev.supporters.contract.WorkId;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts how often in a row the slot of an ending shift was found free. In memory: a new process starts from 0. */
final class FreeSlotCounter {

    private final int patience;
    private final Map<WorkId, Integer> sightings = new ConcurrentHashMap<>();

    FreeSlotCounter(int patience) {
        this.patience = patience;
    }

    /** Whether the slot was seen free often enough. */
    boolean seen(WorkId id) {
        return sightings.merge(id, 1, Integer::sum) >= patience;
    }

    void forget(WorkId id) {
        sightings.remove(id);
    }
}
