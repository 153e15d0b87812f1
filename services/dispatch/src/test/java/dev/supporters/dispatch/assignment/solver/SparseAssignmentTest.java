package dev.supporters.dispatch.assignment.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.supporters.dispatch.assignment.solver.RandomWeights.Pair;

import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

class SparseAssignmentTest {

    private static final int NONE = SparseAssignment.NONE;

    @Test
    void isAsGoodAsAnotherSolverOnThousandsOfRandomInstances() {
        for (long seed = 0; seed < 5_000; seed++) {
            RandomWeights random = RandomWeights.draw(seed);

            int[] chosen = SparseAssignment.solve(random.weights());

            assertThat(random.worth(chosen))
                    .as("seed %d: %s", seed, random)
                    .isCloseTo(best(random), within(1e-9));
        }
    }

    @Test
    void isAsGoodAsAnotherSolverWhereManyWantTheSame() {
        for (long seed = 0; seed < 20; seed++) {
            RandomWeights random =
                    RandomWeights.draw(new Random(seed), RandomWeights.Kind.SPREAD, 200, 120, 32);

            int[] chosen = SparseAssignment.solve(random.weights());

            assertThat(random.worth(chosen)).isCloseTo(best(random), within(1e-9));
        }
    }

    @Test
    void takesTheBestSumAndNotTheBestPairFirst() {
        AssignmentWeights weights =
                AssignmentWeights.withColumns(2)
                        .row()
                        .pair(0, .9)
                        .pair(1, .8)
                        .row()
                        .pair(0, .8)
                        .build();

        assertThat(SparseAssignment.solve(weights)).containsExactly(1, 0);
    }

    @Test
    void leavesARowWithoutWhereTheSumIsLargerSo() {
        AssignmentWeights weights =
                AssignmentWeights.withColumns(1).row().pair(0, .3).row().pair(0, .7).build();

        assertThat(SparseAssignment.solve(weights)).containsExactly(NONE, 0);
    }

    @Test
    void leavesTheEarlierRowAsItIsWhereBothAreWorthTheSame() {
        AssignmentWeights weights =
                AssignmentWeights.withColumns(1).row().pair(0, .5).row().pair(0, .5).build();

        assertThat(SparseAssignment.solve(weights)).containsExactly(0, NONE);
    }

    @Test
    void takesNoPairThatIsWorthNothing() {
        AssignmentWeights weights =
                AssignmentWeights.withColumns(2)
                        .row()
                        .pair(0, 0)
                        .pair(1, -1)
                        .row()
                        .pair(1, -0.0)
                        .build();

        assertThat(SparseAssignment.solve(weights)).containsExactly(NONE, NONE);
    }

    @Test
    void countsAPairThatIsGivenTwiceWithItsLargerWeight() {
        AssignmentWeights weights =
                AssignmentWeights.withColumns(2)
                        .row()
                        .pair(0, .2)
                        .pair(0, .6)
                        .pair(1, .5)
                        .pair(0, .1)
                        .build();

        assertThat(SparseAssignment.solve(weights)).containsExactly(0);
    }

    @Test
    void solvesWhatIsEmpty() {
        assertThat(SparseAssignment.solve(AssignmentWeights.withColumns(0).build())).isEmpty();
        assertThat(SparseAssignment.solve(AssignmentWeights.withColumns(3).build())).isEmpty();
        assertThat(SparseAssignment.solve(AssignmentWeights.withColumns(0).row().row().build()))
                .containsExactly(NONE, NONE);
        assertThat(SparseAssignment.solve(AssignmentWeights.withColumns(2).row().build()))
                .containsExactly(NONE);
    }

    @Test
    void refusesWhatIsNoPair() {
        AssignmentWeights.Builder weights = AssignmentWeights.withColumns(2);

        assertThatThrownBy(() -> weights.pair(0, 1))
                .hasMessage("no row was begun (expected: row() before pair())");
        assertThatThrownBy(() -> weights.row().pair(2, 1))
                .hasMessage("column: 2 (expected: 0 to 1)");
        assertThatThrownBy(() -> weights.pair(-1, 1)).hasMessage("column: -1 (expected: 0 to 1)");
        assertThatThrownBy(() -> weights.pair(0, Double.NaN))
                .hasMessage("weight: NaN (expected: a finite number)");
        assertThatThrownBy(() -> weights.pair(0, Double.POSITIVE_INFINITY))
                .hasMessage("weight: Infinity (expected: a finite number)");
        assertThatThrownBy(() -> AssignmentWeights.withColumns(-1))
                .hasMessage("columns: -1 (expected: 0 or more)");
    }

    private static double best(RandomWeights random) {
        var graph =
                new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        Set<Integer> rows = new HashSet<>();
        Set<Integer> columns = new HashSet<>();
        for (int column = 0; column < random.columns(); column++) {
            graph.addVertex(-1 - column);
            columns.add(-1 - column);
        }
        for (int row = 0; row < random.rows().size(); row++) {
            graph.addVertex(row);
            rows.add(row);
            addPairs(graph, row, random.rows().get(row));
        }
        return new MaximumWeightBipartiteMatching<>(graph, rows, columns).getMatching().getWeight();
    }

    private static void addPairs(
            SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph, int row, List<Pair> pairs) {
        for (Pair pair : pairs) {
            DefaultWeightedEdge known = graph.getEdge(row, -1 - pair.column());
            if (pair.weight() > 0 && known == null) {
                graph.setEdgeWeight(graph.addEdge(row, -1 - pair.column()), pair.weight());
            } else if (known != null && pair.weight() > graph.getEdgeWeight(known)) {
                graph.setEdgeWeight(known, pair.weight());
            }
        }
    }
}
