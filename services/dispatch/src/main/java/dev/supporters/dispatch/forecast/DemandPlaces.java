package dev.supporters.dispatch.forecast;

import dev.supporters.contract.H3Cells;
import dev.supporters.contract.Position;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The places that supporters may be sent to, made once from a history: each cell with enough calls, at the mean origin of its calls.
 * How much a cell counts for a place falls with the distance.
 *
 * <p>Everything that does not depend on tonight is calculated here, in arrays by the index of a cell or of a place. Instances may be used by several threads.
 */
public final class DemandPlaces {

    /** A place needs so many expected calls a night. */
    static final double LEAST_CALLS = .25;

    private static final Position ANYWHERE = new Position(0, 0);

    private final DemandHistory history;
    private final DemandCells cellIndex = new DemandCells();
    private final Map<Long, Integer> indexes = new HashMap<>();
    private final Map<Long, int[]> indexesAround = new ConcurrentHashMap<>();
    private final LocalProjection projection;

    /** By cell: expected calls from the window's begin to the begin of each bin, and to the end. */
    final double[][] cumulated;

    /** By cell: the same of it and its neighbours together. */
    final double[][] nearCumulated;

    /** By place: the cells that count, and how much. */
    final int[][] demandCells;

    final double[][] demandWeights;

    private final List<Position> positions = new ArrayList<>();
    private final long[] numbers;
    private final double[] east;
    private final double[] north;
    private final PlaceGrid grid;

    public DemandPlaces(DemandHistory history) {
        this.history = history;
        List<DemandHistory.Cell> cells = history.cells();
        this.projection =
                new LocalProjection(cells.isEmpty() ? ANYWHERE : cells.getFirst().origin());
        int count = cells.size();
        for (int cell = 0; cell < count; cell++) {
            indexes.put(cells.get(cell).number(), cell);
        }
        cumulated = cells.stream().map(DemandPlaces::cumulated).toArray(double[][]::new);
        nearCumulated = new double[count][history.bins() + 1];
        double[] cellEast = new double[count];
        double[] cellNorth = new double[count];
        for (int cell = 0; cell < count; cell++) {
            for (int near : indexesAround(cells.get(cell).number())) {
                for (int bin = 0; bin <= history.bins(); bin++) {
                    nearCumulated[cell][bin] += cumulated[near][bin];
                }
            }
            cellEast[cell] = projection.east(cells.get(cell).origin());
            cellNorth[cell] = projection.north(cells.get(cell).origin());
        }
        List<DemandHistory.Cell> places =
                cells.stream().filter(cell -> cell.total() >= LEAST_CALLS).toList();
        places.forEach(place -> positions.add(place.origin()));
        numbers = places.stream().mapToLong(DemandHistory.Cell::number).toArray();
        east = positions.stream().mapToDouble(projection::east).toArray();
        north = positions.stream().mapToDouble(projection::north).toArray();
        grid = new PlaceGrid(east, north);
        PlaceGrid all = new PlaceGrid(cellEast, cellNorth);
        demandCells = new int[east.length][];
        demandWeights = new double[east.length][];
        PlacesAround around = new PlacesAround(count);
        for (int place = 0; place < east.length; place++) {
            all.find(east[place], north[place], around);
            demandCells[place] = around.places();
            demandWeights[place] = around.weights();
        }
    }

    private static double[] cumulated(DemandHistory.Cell cell) {
        double[] sums = new double[cell.calls().size() + 1];
        for (int bin = 0; bin < cell.calls().size(); bin++) {
            sums[bin + 1] = sums[bin] + cell.calls().get(bin);
        }
        return sums;
    }

    /** The cell and its neighbours, as far as they are in the history. */
    int[] indexesAround(long number) {
        return indexesAround.computeIfAbsent(number, this::findIndexesAround);
    }

    private int[] findIndexesAround(long number) {
        if (!cellIndex.isCell(number)) {
            throw new IllegalArgumentException(
                    "cell %x (expected: a cell of resolution %d)"
                            .formatted(number, H3Cells.RESOLUTION));
        }
        return cellIndex.withNeighbours(number).stream()
                .filter(indexes::containsKey)
                .mapToInt(indexes::get)
                .sorted()
                .toArray();
    }

    public DemandHistory history() {
        return history;
    }

    /** How many places there are; a place is named by its index. */
    public int count() {
        return east.length;
    }

    public Position position(int place) {
        return positions.get(place);
    }

    /** The number of the place's cell. */
    public long cell(int place) {
        return numbers[place];
    }

    /** The cell of any position, as observed calls are counted by. */
    public long cellOf(Position position) {
        return cellIndex.cell(position);
    }

    public double east(Position position) {
        return projection.east(position);
    }

    public double north(Position position) {
        return projection.north(position);
    }

    public double east(int place) {
        return east[place];
    }

    public double north(int place) {
        return north[place];
    }

    /** Finds the places for which a position counts, and how much. */
    public void around(double positionEast, double positionNorth, PlacesAround found) {
        grid.find(positionEast, positionNorth, found);
    }
}
