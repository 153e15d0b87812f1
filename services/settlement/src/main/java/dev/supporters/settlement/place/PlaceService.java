package dev.supporters.settlement.place;

import dev.supporters.contract.Position;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers from which cells drivers were heard of, for the minutes of their shifts. Apps report each few seconds; of a minute the first
 * position counts, and only another cell is written. Places change no pay, and are deleted sooner than ledgers.
 */
@ApplicationScoped
public class PlaceService {

    private static final int SECONDS_OF_MINUTE = 60;

    /** More than there are shifts at a time. What is forgotten is looked up in the store. */
    private static final int MOST_REMEMBERED = 50_000;

    private final AggregateStore<ShiftPlaces> store;
    private final PlaceCells cells;
    private final Map<WorkId, HeardPosition> newest = new HashMap<>();

    PlaceService(AggregateStore<ShiftPlaces> store, PlaceCells cells) {
        this.store = store;
        this.cells = cells;
    }

    /** A position came from a driver at work. */
    public synchronized void heard(WorkId workId, Instant time, Position position) {
        long minute = Math.floorDiv(time.getEpochSecond(), SECONDS_OF_MINUTE);
        HeardPosition before = newest.get(workId);
        if (before != null && minute <= before.minute()) {
            return;
        }
        String cell = cells.cell(position);
        if (before == null || !before.cell().equals(cell)) {
            store.react(
                    workId.value(),
                    "",
                    (current, version) ->
                            current.orElseGet(() -> ShiftPlaces.none(workId))
                                    .with(new ShiftPlaces.Visit(time, cell))
                                    .map(Change::to));
        }
        if (newest.size() >= MOST_REMEMBERED) {
            newest.clear();
        }
        newest.put(workId, new HeardPosition(minute, cell));
    }

    /** What is known of a shift. */
    public ShiftPlaces of(WorkId workId) {
        return store.find(workId.value())
                .map(Versioned::value)
                .orElseGet(() -> ShiftPlaces.none(workId));
    }

    /** The last minute in which a position counted, since 1970, and its cell. */
    private record HeardPosition(long minute, String cell) {}
}
