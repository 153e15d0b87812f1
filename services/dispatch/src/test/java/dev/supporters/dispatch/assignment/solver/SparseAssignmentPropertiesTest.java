package dev.supporters.dispatch.assignment.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class SparseAssignmentPropertiesTest {

    @Property(seed = "1")
    void givesTheSameForTheSame(@ForAll long seed) {
        RandomWeights random = RandomWeights.draw(seed);

        assertThat(SparseAssignment.solve(random.weights()))
                .isEqualTo(SparseAssignment.solve(random.weights()));
    }

    @Property(seed = "1")
    void isNoWorseThanTakingTheFirstFreeColumn(@ForAll long seed) {
        RandomWeights random = RandomWeights.draw(seed);
        int[] chosen = SparseAssignment.solve(random.weights());
        double best = random.worth(chosen);

        assertThat(best).isGreaterThanOrEqualTo(random.worth(greedy(random)) - 1e-9);
    }

    /** One row more can't make the sum smaller, and adds no more than its own largest weight. */
    @Property(seed = "1")
    void gainsFromARowWhatItsBestPairIsWorthAtMost(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int columns,
            @ForAll @DoubleRange(min = .01, max = 1) double weight) {
        var draws = new Random(seed);
        RandomWeights less = RandomWeights.draw(draws, RandomWeights.Kind.SPREAD, 10, columns, 5);
        var rows = new ArrayList<>(less.rows());
        rows.add(List.of(new RandomWeights.Pair(draws.nextInt(columns), weight)));
        var more = new RandomWeights(columns, rows);

        double gained =
                more.worth(SparseAssignment.solve(more.weights()))
                        - less.worth(SparseAssignment.solve(less.weights()));

        assertThat(gained).isBetween(-1e-9, weight + 1e-9);
    }

    /** With all weights doubled the same pairs are the best. */
    @Property(seed = "1")
    void doublesWithItsWeights(@ForAll long seed) {
        RandomWeights random = RandomWeights.draw(seed);
        var doubled =
                new RandomWeights(
                        random.columns(),
                        random.rows().stream()
                                .map(row ->
                                        row.stream()
                                                .map(pair ->
                                                        new RandomWeights.Pair(
                                                                pair.column(), 2 * pair.weight()))
                                                .toList())
                                .toList());

        assertThat(doubled.worth(SparseAssignment.solve(doubled.weights())))
                .isCloseTo(
                        2 * random.worth(SparseAssignment.solve(random.weights())), within(1e-9));
    }

    private static int[] greedy(RandomWeights random) {
        var taken = new boolean[random.columns()];
        var chosen = new int[random.rows().size()];
        for (int row = 0; row < chosen.length; row++) {
            chosen[row] =
                    random.rows().get(row).stream()
                            .filter(pair -> pair.weight() > 0 && !taken[pair.column()])
                            .mapToInt(RandomWeights.Pair::column)
                            .findFirst()
                            .orElse(SparseAssignment.NONE);
            if (chosen[row] != SparseAssignment.NONE) {
                taken[chosen[row]] = true;
            }
        }
        return chosen;
    }
}
