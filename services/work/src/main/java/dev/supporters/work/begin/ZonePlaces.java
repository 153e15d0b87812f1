package dev.supporters.work.begin;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkId;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Who has a place in a zone on a business date: the shifts that began there, and when each got its place. A shift that ends keeps its
 * place until somebody needs it.
 *
 * @param windowEnd after it nobody needs a place
 */
public record ZonePlaces(Instant windowEnd, SequencedMap<WorkId, Instant> taken) {

    public ZonePlaces {
        requireNonNull(windowEnd);
        taken = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(taken));
    }

    static ZonePlaces free(Instant windowEnd) {
        return of(windowEnd, List.of(), windowEnd);
    }

    /** With those who are at work when the zone gets its first limit. */
    static ZonePlaces of(Instant windowEnd, Collection<WorkId> atWork, Instant since) {
        SequencedMap<WorkId, Instant> taken = new LinkedHashMap<>();
        atWork.forEach(workId -> taken.put(workId, since));
        return new ZonePlaces(windowEnd, taken);
    }

    boolean has(WorkId workId) {
        return taken.containsKey(workId);
    }

    boolean full(int capacity) {
        return taken.size() >= capacity;
    }

    ZonePlaces with(WorkId workId, Instant now) {
        SequencedMap<WorkId, Instant> more = new LinkedHashMap<>(taken);
        more.put(workId, now);
        return new ZonePlaces(windowEnd, more);
    }

    ZonePlaces without(Collection<WorkId> over) {
        SequencedMap<WorkId, Instant> left = new LinkedHashMap<>(taken);
        left.keySet().removeAll(over);
        return new ZonePlaces(windowEnd, left);
    }
}
