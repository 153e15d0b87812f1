package dev.supporters.routing.geo;

import com.uber.h3core.H3Core;

import dev.supporters.contract.H3Cells;
import dev.supporters.contract.Position;

import java.util.List;

/** The H3 cells in which supporters are looked for: hexagons of about a kilometre. */
public final class Cells {

    private final H3Core h3;

    public Cells() {
        h3 = H3Cells.load();
    }

    public long cell(Position position) {
        return h3.latLngToCell(position.lat(), position.lng(), H3Cells.RESOLUTION);
    }

    /** The cells that are so many steps away. */
    public List<Long> ring(long center, int steps) {
        return h3.gridRing(center, steps);
    }
}
