package dev.supporters.work.clockoff;

import dev.supporters.work.shift.WorkId;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Counts how often in a row the slot of an ending work was found free. In memory: a new process counts anew. */
final class FreeSlots {

    private final int patience;
    private final Map<WorkId, Sightings> sightings = new ConcurrentHashMap<>();

    FreeSlots(int patience) {
        this.patience = patience;
    }

    /** Since when it has been seen free, once it was seen so often enough. */
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
