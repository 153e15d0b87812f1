package dev.supporters.dispatch.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.Position;

import org.junit.jupiter.api.Test;

class DemandCellsTest {

    private static final Position GANGNAM = new Position(37.4979, 127.0276);

    private final DemandCells cells = new DemandCells();

    @Test
    void aCellContainsItsCentre() {
        long cell = cells.cell(GANGNAM);

        assertThat(cells.cell(cells.center(cell))).isEqualTo(cell);
        assertThat(cells.center(cell).metersTo(GANGNAM)).isLessThan(700);
    }

    @Test
    void aCellHasSixNeighbours() {
        long cell = cells.cell(GANGNAM);

        assertThat(cells.withNeighbours(cell)).hasSize(7).contains(cell).doesNotHaveDuplicates();
    }

    @Test
    void otherNumbersAreNoCells() {
        assertThat(cells.isCell(cells.cell(GANGNAM))).isTrue();
        assertThat(cells.isCell(42)).isFalse();
    }
}
