package dev.supporters.move.proposal;

import java.time.Instant;
import java.util.List;

/** Finds the drivers with something to change by time. */
public interface DueMoves {

    List<DriverId> due(Instant now, int limit);
}
