package dev.supporters.dispatch.forecast;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;

import dev.supporters.contract.H3Cells;
import dev.supporters.contract.Position;

import java.util.List;

/** The H3 cells in which demand is counted: hexagons of about a kilometre. Safe for use by several threads. */
public final class DemandCells {

    private final H3Core h3;

    public DemandCells() {
        h3 = H3Cells.load();
    }

    public long cell(Position position) {
        return h3.latLngToCell(position.lat(), position.lng(), H3Cells.RESOLUTION);
    }

    public Position center(long cell) {
        LatLng center = h3.cellToLatLng(cell);
        return new Position(center.lat, center.lng);
    }

    /** The corners of the cell, anticlockwise; the first is not repeated. */
    public List<Position> boundary(long cell) {
        return h3.cellToBoundary(cell).stream()
                .map(corner -> new Position(corner.lat, corner.lng))
                .toList();
    }

    /** The cell and those that touch it. */
    public List<Long> withNeighbours(long cell) {
        return h3.gridDisk(cell, 1);
    }

    /** Whether the number is a cell of this resolution. */
    public boolean isCell(long number) {
        return h3.isValidCell(number) && h3.getResolution(number) == H3Cells.RESOLUTION;
    }
}
