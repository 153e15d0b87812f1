package dev.supporters.routing.geo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.H3Cells;
import dev.supporters.contract.Position;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Random;

class CellsTest {

    private final Cells cells = new Cells();

    @Test
    void aRingOfNoStepsIsTheCellItself() {
        long cell = cells.cell(new Position(37.5, 127));

        assertThat(cells.ring(cell, 0)).containsExactly(cell);
    }

    @Test
    void aRingHasSixCellsForEachStep() {
        long cell = cells.cell(new Position(37.5, 127));

        assertThat(cells.ring(cell, 1)).hasSize(6).doesNotContain(cell);
        assertThat(cells.ring(cell, 5)).hasSize(30);
    }

    @ParameterizedTest
    @CsvSource({"37.5, 127.0", "35.1, 129.0", "51.5, 0.0", "-33.9, 151.2", "64.1, -21.9"})
    void placesInCellsManyStepsApartAreAtLeastSoFarApart(double lat, double lng) {
        Random random = new Random(20_260);
        for (int i = 0; i < 300; i++) {
            Position here =
                    new Position(lat + random.nextDouble(.05), lng + random.nextDouble(.05));
            Position there = new Position(lat + random.nextDouble(.2), lng + random.nextDouble(.2));
            int steps = steps(cells.cell(here), cells.cell(there));
            assertThat(here.metersTo(there)).isGreaterThanOrEqualTo(H3Cells.leastMeters(steps));
        }
    }

    private int steps(long from, long to) {
        for (int steps = 0; ; steps++) {
            List<Long> ring = cells.ring(from, steps);
            if (ring.contains(to)) {
                return steps;
            }
        }
    }
}
