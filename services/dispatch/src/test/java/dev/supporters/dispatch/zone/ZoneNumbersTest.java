package dev.supporters.dispatch.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.dispatch.zone.ZonePlan.Zone;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

class ZoneNumbersTest {

    private final ZoneNight night = new ZoneNight();
    private final long center = night.center();
    private final long far = night.far();

    @Test
    void aZoneKeepsItsNumberWhileItOverlaps() {
        // Given
        night.under(new ZoneRules(true, .5, .35, 1, Duration.ZERO));
        long second = night.neighbour();
        long third = ZoneNight.neighbours(second).last();
        night.plan(Map.of(center, 2.0, second, 2.0));

        // When
        ZonePlan moved = night.plan(Map.of(second, 2.0, third, 2.0));

        // Then
        assertThat(moved.zones()).extracting(Zone::number).containsExactly(1L);
    }

    @Test
    void aNumberIsNotUsedASecondTime() {
        // Given
        night.under(new ZoneRules(true, .5, .35, 2, Duration.ZERO));
        Map<Long, Double> here = Map.of(center, 2.0, night.neighbour(), 2.0);
        Map<Long, Double> there = Map.of(far, 2.0, night.neighbourOf(far), 2.0);
        night.plan(here);

        // When
        ZonePlan other = night.plan(there);
        ZonePlan region = night.plan(Map.of());
        ZonePlan again = night.plan(here);

        // Then
        assertThat(other.zones()).extracting(Zone::number).containsExactly(2L);
        assertThat(region.zones()).isEmpty();
        assertThat(again.zones()).extracting(Zone::number).containsExactly(3L);
    }

    @Test
    void theLargerPartKeepsTheNumberWhereZonesJoinAndPart() {
        // Given
        night.under(new ZoneRules(true, .5, .35, 1, Duration.ZERO));
        Map<Long, Double> small = Map.of(far, 4.0);
        Map<Long, Double> large = new HashMap<>();
        ZoneNight.GRID.withNeighbours(center).forEach(cell -> large.put(cell, 4.0));
        night.plan(small);
        Map<Long, Double> both = new HashMap<>(large);
        both.putAll(small);

        // When
        ZonePlan apart = night.plan(both);

        // Then
        assertThat(apart.zones()).extracting(Zone::number).containsExactly(1L, 2L);
        assertThat(apart.zones().getLast().cells())
                .extracting(ZonePlan.Cell::index)
                .containsAll(large.keySet());
    }

    @Test
    void zonesOfAnyNightAreConnectedAndApartFromEachOther() {
        // Given
        Random random = new Random(20_261_120);
        ConnectedCells connections = new ConnectedCells(ZoneNight.GRID);
        TreeSet<Long> city = new TreeSet<>();
        ZoneNight.GRID
                .withNeighbours(center)
                .forEach(cell ->
                        ZoneNight.neighbours(cell)
                                .forEach(each -> city.addAll(ZoneNight.GRID.withNeighbours(each))));

        for (int tick = 0; tick < 200; tick++) {
            // When
            Map<Long, Double> demand = new HashMap<>();
            city.forEach(cell -> demand.put(cell, random.nextInt(4) == 0 ? 2.5 : .1));
            ZonePlan plan = night.plan(demand);

            // Then
            Set<Long> seen = new HashSet<>();
            for (Zone zone : plan.zones()) {
                TreeSet<Long> cells = new TreeSet<>();
                zone.cells().forEach(cell -> cells.add(cell.index()));
                assertThat(connections.components(cells)).hasSize(1);
                assertThat(seen).doesNotContainAnyElementsOf(cells);
                seen.addAll(cells);
            }
            assertThat(connections.components(new TreeSet<>(seen))).hasSameSizeAs(plan.zones());
        }
    }
}
