package dev.supporters.work.clockoff;

import dev.supporters.contract.WorkId;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Counts how often in a row the slot of an ending shift was found free. In memory: a new process starts from 0. */
final class FreeSlotCounter {

    private final int patience;
    private final Map<WorkId, Sightings> sightings = new ConcurrentHashMap<>();

    FreeSlotCounter(int patience) {
        this.patience = patience;
    }

    /** Since when the slot has been seen free; empty until it was seen so often enough. */
    Optional<Instant> seen(WorkId id, Instant now) {
        Sightings all =
                sightings.merge(id, new Sightings(now, 1), (before, one) -> before.oneMore());
        return all.count() >= patience ? Optional.of(all.first()) : Optional.empty();
    }

    void forget(WorkId id) {
        sightings.remove(id);
    }

    private record Sightings(Instant first, int count) {

        Sightings oneMore() {
            return new Sightings(first, count + 1);
        }
    }
}
