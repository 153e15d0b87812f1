package dev.supporters.dispatch.assignment.solver;

import java.util.Arrays;

/**
 * Gives each row (a call) at most one column (a driver) and each column at most one row, so that the sum of the weights is the largest
 * possible. A row stays without a column where that is better for the sum.
 *
 * <p>Rows are added one after the other. Each time, the shortest path of exchanges from the new row is searched for (Dijkstra, over the
 * possible pairs only): it ends at a column that nobody has, or at a row that is left without. Prices of the columns keep all lengths
 * at 0 or more. The result is the best for the rows so far, so it is the best at the end.
 *
 * <p>Equal inputs give equal results. Between equally good results the one that leaves earlier rows as they are is taken.
 */
public final class SparseAssignment {

    /** The column of a row that has none. */
    public static final int NONE = -1;

    private final AssignmentWeights weights;
    private final int[] pairOf;
    private final int[] rowOf;
    private final double[] price;
    private final int[] reachedBy;
    private final int[] reachedFrom;
    private final ColumnQueue queue;
    private double endLoss;
    private int endRow;
    private int endPair;

    private SparseAssignment(AssignmentWeights weights) {
        this.weights = weights;
        pairOf = new int[weights.rows()];
        rowOf = new int[weights.columns()];
        price = new double[weights.columns()];
        reachedBy = new int[weights.columns()];
        reachedFrom = new int[weights.columns()];
        queue = new ColumnQueue(weights.columns());
        Arrays.fill(pairOf, NONE);
        Arrays.fill(rowOf, NONE);
    }

    /** The column of each row, or {@link #NONE}. */
    public static int[] solve(AssignmentWeights weights) {
        var solver = new SparseAssignment(weights);
        for (int row = 0; row < weights.rows(); row++) {
            solver.add(row);
        }
        var columnOf = new int[weights.rows()];
        Arrays.setAll(columnOf, solver::columnOf);
        return columnOf;
    }

    private int columnOf(int row) {
        return pairOf[row] == NONE ? NONE : weights.column(pairOf[row]);
    }

    private void add(int row) {
        queue.clear();
        endLoss = Double.POSITIVE_INFINITY;
        reach(row, 0);
        while (!queue.isEmpty() && queue.firstLoss() < endLoss) {
            int column = queue.removeFirst();
            reach(rowOf[column], queue.loss(column));
        }
        for (int i = 0; i < queue.removed(); i++) {
            int column = queue.removed(i);
            price[column] += endLoss - queue.loss(column);
        }
        exchange(row);
    }

    /** A row that has to give up what it has: it may stay without a column, or take another one. */
    private void reach(int row, double loss) {
        int given = columnOf(row);
        double without = given == NONE ? loss : loss + gain(pairOf[row]);
        if (without < endLoss) {
            endAt(row, NONE, without);
        }
        int end = weights.begin(row + 1);
        for (int pair = weights.begin(row); pair < end; pair++) {
            double longer = without - gain(pair);
            int column = weights.column(pair);
            if (longer < endLoss && column != given) {
                extend(row, pair, column, longer);
            }
        }
    }

    private double gain(int pair) {
        return weights.weight(pair) - price[weights.column(pair)];
    }

    private void extend(int row, int pair, int column, double loss) {
        if (rowOf[column] == NONE) {
            endAt(row, pair, loss);
        } else if (queue.offer(column, loss)) {
            reachedBy[column] = pair;
            reachedFrom[column] = row;
        }
    }

    private void endAt(int row, int pair, double loss) {
        endLoss = loss;
        endRow = row;
        endPair = pair;
    }

    /** From the path's end back to the new row: each row takes the next column, and leaves its own to the row before it. */
    private void exchange(int first) {
        int row = endRow;
        int pair = endPair;
        while (true) {
            int given = columnOf(row);
            pairOf[row] = pair;
            if (pair != NONE) {
                rowOf[weights.column(pair)] = row;
            }
            if (row == first) {
                return;
            }
            pair = reachedBy[given];
            row = reachedFrom[given];
        }
    }
}
