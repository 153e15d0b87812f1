package dev.supporters.dispatch.assignment.solver;

import java.util.Arrays;

/**
 * What each pair of a row (a call) and a column (a driver) is worth, for the pairs that are possible. Row after row in flat arrays, so
 * that the solver reads memory in order.
 */
public final class AssignmentWeights {

    private final int columns;
    private final int[] begin;
    private final int[] column;
    private final double[] weight;

    private AssignmentWeights(int columns, int[] begin, int[] column, double[] weight) {
        this.columns = columns;
        this.begin = begin;
        this.column = column;
        this.weight = weight;
    }

    /** A builder for rows that choose among this many columns. */
    public static Builder withColumns(int columns) {
        if (columns < 0) {
            throw new IllegalArgumentException("columns: " + columns + " (expected: 0 or more)");
        }
        return new Builder(columns);
    }

    public int rows() {
        return begin.length - 1;
    }

    public int columns() {
        return columns;
    }

    /** The index of a row's first pair; that of the row after it is the end. */
    int begin(int row) {
        return begin[row];
    }

    int column(int pair) {
        return column[pair];
    }

    double weight(int pair) {
        return weight[pair];
    }

    /** Takes one row after the other. A pair that is given twice counts with its larger weight. */
    public static final class Builder {

        private static final int FIRST_CAPACITY = 64;

        private final int columns;
        private int[] begin = new int[FIRST_CAPACITY];
        private int[] column = new int[FIRST_CAPACITY];
        private double[] weight = new double[FIRST_CAPACITY];
        private int rows;
        private int pairs;

        private Builder(int columns) {
            this.columns = columns;
        }

        /** Begins the next row. */
        public Builder row() {
            rows++;
            if (rows == begin.length) {
                begin = Arrays.copyOf(begin, 2 * rows);
            }
            begin[rows] = pairs;
            return this;
        }

        /** A possible pair of the row that was begun last. Pairs that are worth nothing, or less, are left out. */
        public Builder pair(int columnOfPair, double weightOfPair) {
            if (rows == 0) {
                throw new IllegalStateException("no row was begun (expected: row() before pair())");
            }
            if (columnOfPair < 0 || columnOfPair >= columns) {
                throw new IllegalArgumentException(
                        "column: " + columnOfPair + " (expected: 0 to " + (columns - 1) + ")");
            }
            if (!Double.isFinite(weightOfPair)) {
                throw new IllegalArgumentException(
                        "weight: " + weightOfPair + " (expected: a finite number)");
            }
            if (weightOfPair > 0) {
                add(columnOfPair, weightOfPair);
            }
            return this;
        }

        public AssignmentWeights build() {
            return new AssignmentWeights(
                    columns,
                    Arrays.copyOf(begin, rows + 1),
                    Arrays.copyOf(column, pairs),
                    Arrays.copyOf(weight, pairs));
        }

        private void add(int columnOfPair, double weightOfPair) {
            if (pairs == column.length) {
                column = Arrays.copyOf(column, 2 * pairs);
                weight = Arrays.copyOf(weight, 2 * pairs);
            }
            column[pairs] = columnOfPair;
            weight[pairs] = weightOfPair;
            pairs++;
            begin[rows] = pairs;
        }
    }
}
