package dev.supporters.routing.geo;

import com.uber.h3core.H3Core;

import dev.supporters.contract.Position;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The H3 cells in which supporters are looked for: hexagons of about a kilometre. */
public final class Cells {

    private static final int RESOLUTION = 8;

    /** Less than the edge of the smallest hexagon of this resolution; the mean is 531 m. */
    private static final double SHORTEST_EDGE_METERS = 340;

    private final H3Core h3;

    public Cells() {
        try {
            h3 = H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "H3's library cannot be unpacked (expected: a writable temporary directory)",
                    e);
        }
    }

    public long cell(Position position) {
        return h3.latLngToCell(position.lat(), position.lng(), RESOLUTION);
    }

    /** The cells that are so many steps away. */
    public List<Long> ring(long center, int steps) {
        return h3.gridRing(center, steps);
    }

    /** From any place in a cell to any place in a cell so many steps away it is at least so far. */
    public static double leastMeters(int steps) {
        return Math.max(0, 1.5 * steps - 2) * SHORTEST_EDGE_METERS;
    }
}
