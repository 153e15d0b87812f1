package dev.supporters.dispatch.move;

import java.util.Optional;
import java.util.Set;

/**
 * Which of the expected calls may come to supporters at all. Calls outside of active zones go to general dispatch, and so do those that the
 * rollout excludes: nobody is sent to where they are expected.
 *
 * @param zonesVersion the version of the plan of zones; 0 if the region applies
 * @param cells the numbers of the active cells; empty if the region applies
 * @param rolloutPercent so many of a hundred calls may come to supporters
 */
public record DemandReach(long zonesVersion, Optional<Set<Long>> cells, int rolloutPercent) {

    /** All of them. */
    public static final DemandReach ALL = inRegion(100);

    private static final double PERCENT = 100;

    public DemandReach {
        cells = cells.map(Set::copyOf);
        if (rolloutPercent < 0 || rolloutPercent > PERCENT) {
            throw new IllegalArgumentException(
                    "rolloutPercent: " + rolloutPercent + " (expected: 0 to 100)");
        }
    }

    /** Those of the whole region, as far as it is rolled out. */
    public static DemandReach inRegion(int rolloutPercent) {
        return new DemandReach(0, Optional.empty(), rolloutPercent);
    }

    /** Whether supporters may be sent to places of a cell. */
    public boolean includes(long cell) {
        return cells.isEmpty() || cells.get().contains(cell);
    }

    /** The part of the calls of a cell that may come to supporters, from 0 to 1. */
    public double share(long cell) {
        return includes(cell) ? rolloutPercent / PERCENT : 0;
    }
}
