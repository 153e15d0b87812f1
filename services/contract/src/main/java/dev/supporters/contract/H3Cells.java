package dev.supporters.contract;

import com.uber.h3core.H3Core;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The one size of cells in which places are counted and looked for: hexagons of about a kilometre. Whoever uses it has H3's library as a
 * dependency of its own: most of those who use the contract need none.
 */
public final class H3Cells {

    public static final int RESOLUTION = 8;

    /** Less than the edge of the smallest hexagon of this resolution; the mean is 531 m. */
    private static final double SHORTEST_EDGE_METERS = 340;

    private H3Cells() {}

    public static H3Core load() {
        try {
            return H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "H3's library cannot be unpacked (expected: a writable temporary directory)",
                    e);
        }
    }

    /** From any place in a cell to any place in a cell so many steps away it is at least so far. */
    public static double leastMeters(int steps) {
        return Math.max(0, 1.5 * steps - 2) * SHORTEST_EDGE_METERS;
    }
}
