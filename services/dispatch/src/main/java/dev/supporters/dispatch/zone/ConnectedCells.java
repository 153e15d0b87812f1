package dev.supporters.dispatch.zone;

import dev.supporters.dispatch.forecast.DemandCells;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds out which cells touch each other. */
final class ConnectedCells {

    private final DemandCells grid;

    ConnectedCells(DemandCells grid) {
        this.grid = grid;
    }

    /** The cells in connected groups, ordered by the smallest cell of each group. */
    List<SortedSet<Long>> components(SortedSet<Long> cells) {
        TreeSet<Long> left = new TreeSet<>(cells);
        List<SortedSet<Long>> components = new ArrayList<>();
        while (!left.isEmpty()) {
            components.add(component(left));
        }
        return components;
    }

    private SortedSet<Long> component(TreeSet<Long> left) {
        TreeSet<Long> component = new TreeSet<>();
        Deque<Long> next = new ArrayDeque<>(List.of(left.pollFirst()));
        while (!next.isEmpty()) {
            long cell = next.remove();
            component.add(cell);
            for (long neighbour : grid.withNeighbours(cell)) {
                if (left.remove(neighbour)) {
                    next.add(neighbour);
                }
            }
        }
        return component;
    }
}
