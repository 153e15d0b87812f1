package dev.supporters.dispatch.assignment.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random rows of pairs, of the kinds that trouble a solver: ties, no pairs, one row, one column, doubles, nothing worth taking. */
record RandomWeights(int columns, List<List<Pair>> rows) {

    record Pair(int column, double weight) {}

    /** How weights are drawn. */
    enum Kind {
        SPREAD,
        FEW_VALUES,
        ALL_EQUAL,
        SOME_NEGATIVE,
        NEARLY_EQUAL
    }

    static RandomWeights draw(long seed) {
        var random = new Random(seed);
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        int size = random.nextInt(10) == 0 ? 60 : 12;
        return draw(random, kind, random.nextInt(size), random.nextInt(size), random.nextInt(9));
    }

    static RandomWeights draw(Random random, Kind kind, int rows, int columns, int mostPairs) {
        var drawn = new ArrayList<List<Pair>>();
        for (int row = 0; row < rows; row++) {
            int count = columns == 0 ? 0 : random.nextInt(mostPairs + 1);
            var pairs = new ArrayList<Pair>();
            for (int i = 0; i < count; i++) {
                pairs.add(new Pair(random.nextInt(columns), weight(random, kind)));
            }
            drawn.add(List.copyOf(pairs));
        }
        return new RandomWeights(columns, List.copyOf(drawn));
    }

    AssignmentWeights weights() {
        AssignmentWeights.Builder weights = AssignmentWeights.withColumns(columns);
        for (List<Pair> row : rows) {
            weights.row();
            row.forEach(pair -> weights.pair(pair.column(), pair.weight()));
        }
        return weights.build();
    }

    /** The sum of what was chosen. It fails where a pair is not one of the row's, or a column is taken twice. */
    double worth(int[] chosen) {
        var taken = new boolean[columns];
        double sum = 0;
        for (int row = 0; row < chosen.length; row++) {
            int column = chosen[row];
            if (column == SparseAssignment.NONE) {
                continue;
            }
            if (taken[column]) {
                throw new AssertionError("column " + column + " is taken twice");
            }
            taken[column] = true;
            sum +=
                    rows.get(row).stream()
                            .filter(pair -> pair.column() == column)
                            .mapToDouble(Pair::weight)
                            .max()
                            .orElseThrow();
        }
        return sum;
    }

    private static double weight(Random random, Kind kind) {
        return switch (kind) {
            case SPREAD -> random.nextDouble();
            case FEW_VALUES -> random.nextInt(4) / 4.0;
            case ALL_EQUAL -> .5;
            case SOME_NEGATIVE -> random.nextDouble() - .5;
            case NEARLY_EQUAL -> .5 + random.nextInt(5) * 1e-12;
        };
    }
}
