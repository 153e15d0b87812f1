package dev.supporters.settlement.place;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From where a driver was heard of during a shift: the cell each time that it had become another one, oldest first. No position is kept.
 */
public record ShiftPlaces(WorkId workId, List<Visit> visits) {

    /** The minutes of a day: no shift is so long. */
    private static final int MOST = 1_440;

    public ShiftPlaces {
        requireNonNull(workId);
        visits = List.copyOf(visits);
    }

    /** A cell from which the driver was heard of from a time on. */
    public record Visit(Instant time, String cell) {

        public Visit {
            requireNonNull(time);
            requireNonNull(cell);
        }
    }

    static ShiftPlaces none(WorkId workId) {
        return new ShiftPlaces(workId, List.of());
    }

    /** With one visit more; empty if it is the same cell, or was told before. */
    Optional<ShiftPlaces> with(Visit visit) {
        boolean known =
                !visits.isEmpty()
                        && (visits.getLast().cell().equals(visit.cell())
                                || !visit.time().isAfter(visits.getLast().time()));
        if (known || visits.size() == MOST) {
            return Optional.empty();
        }
        List<Visit> more = new ArrayList<>(visits);
        more.add(visit);
        return Optional.of(new ShiftPlaces(workId, more));
    }

    /** The cell from which the driver was last heard of before a time; empty if from none. */
    public Optional<String> before(Instant time) {
        return visits.stream()
                .filter(visit -> visit.time().isBefore(time))
                .reduce((earlier, later) -> later)
                .map(Visit::cell);
    }
}
