package dev.supporters.move.proposal;

import dev.supporters.contract.DriverId;

import java.time.Instant;
import java.util.List;

/** Finds drivers for whom something is due: a move expires, or a signal has waited long enough. */
public interface DueMovesRepository {

    /** Those who have been due for the longest time, at most {@code limit}. */
    List<DriverId> due(Instant now, int limit);
}
