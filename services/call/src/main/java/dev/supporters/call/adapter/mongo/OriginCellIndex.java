package dev.supporters.call.adapter.mongo;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;

import dev.supporters.contract.H3Cells;
import dev.supporters.contract.Position;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The H3 cells by which calls are found around a point: hexagons of about a kilometre. Safe for use by several threads. */
final class OriginCellIndex {

    /** Loaded at the first use: the mapper is made when a native executable is built, and there is no library to load then. */
    private volatile Optional<H3Core> loaded = Optional.empty();

    long cell(Position position) {
        return h3().latLngToCell(position.lat(), position.lng(), H3Cells.RESOLUTION);
    }

    /** In the middle of the position's cell: all that is left of a place whose customer was erased. */
    Position center(Position position) {
        LatLng center = h3().cellToLatLng(cell(position));
        return new Position(center.lat, center.lng);
    }

    /** The cells that are so many steps away from the one of the position, from the first number of steps to the last. */
    List<Long> rings(Position position, int first, int last) {
        long center = cell(position);
        return IntStream.rangeClosed(first, last)
                .mapToObj(steps -> h3().gridRing(center, steps))
                .flatMap(List::stream)
                .toList();
    }

    /** No place that is at most so far away is in a cell more steps away. */
    static int steps(double meters) {
        int steps = 0;
        while (H3Cells.leastMeters(steps + 1) <= meters) {
            steps++;
        }
        return steps;
    }

    private H3Core h3() {
        if (loaded.isEmpty()) {
            load();
        }
        return loaded.orElseThrow();
    }

    private synchronized void load() {
        if (loaded.isPresent()) {
            return;
        }
        loaded = Optional.of(H3Cells.load());
    }
}
