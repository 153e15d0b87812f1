package dev.supporters.zone.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.ActiveZones;
import dev.supporters.contract.ActiveZones.Placement;
import dev.supporters.contract.ActiveZones.WageBound;
import dev.supporters.contract.Money;
import dev.supporters.dispatch.zone.ZoneInputs;
import dev.supporters.dispatch.zone.ZonePlan;
import dev.supporters.dispatch.zone.ZonePlan.Basis;
import dev.supporters.dispatch.zone.ZonePlan.Cell;
import dev.supporters.dispatch.zone.ZonePlan.ClosedCell;
import dev.supporters.dispatch.zone.ZonePlanner;
import dev.supporters.platform.event.Event;
import dev.supporters.proto.zone.v1.Zones;
import dev.supporters.testkit.TestClock;
import dev.supporters.zone.SampleZones;
import dev.supporters.zone.plan.PlannedZones.ZoneFigures;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

class ZoneMessagesTest {

    /** What a broker takes if nobody has changed it. */
    private static final int MOST_BYTES = 1_000_000;

    private final ZoneMessages messages = new ZoneMessages(SampleZones.GRID);

    @Test
    void whoeverFollowsFindsEveryPositionInTheCellOfThePlanner() {
        // Given
        Zones zones = messages.zones(SampleZones.open(), 1);
        ActiveZones followed = ActiveZones.of(zones);

        for (long cell : List.of(SampleZones.CENTER, SampleZones.NEIGHBOUR)) {
            // When
            Placement placement =
                    followed.place(SampleZones.GRID.center(cell), TestClock.FRIDAY_NIGHT);

            // Then
            assertThat(placement)
                    .isInstanceOfSatisfying(
                            Placement.Inside.class,
                            inside ->
                                    assertThat(inside.cell().cell())
                                            .isEqualTo(Long.toHexString(cell)));
        }
        long outside =
                SampleZones.GRID.withNeighbours(SampleZones.CENTER).stream()
                        .filter(cell -> cell != SampleZones.CENTER && cell != SampleZones.NEIGHBOUR)
                        .findFirst()
                        .orElseThrow();
        assertThat(followed.place(SampleZones.GRID.center(outside), TestClock.FRIDAY_NIGHT))
                .isEqualTo(new Placement.Outside());
    }

    @Test
    void aPlanWithAsManyCellsAsThereMayBeFitsAMessage() {
        // Given
        List<Cell> cells = new ArrayList<>();
        List<ClosedCell> closed = new ArrayList<>();
        for (long cell : around(SampleZones.CENTER, ZonePlanner.MAX_CELLS)) {
            cells.add(
                    new Cell(
                            cell,
                            1.234567890123,
                            Optional.of(TestClock.FRIDAY_NIGHT.plusMillis(1))));
            closed.add(new ClosedCell(cell, 12_345, TestClock.FRIDAY_NIGHT.plusMillis(1)));
        }
        ZonePlan plan =
                new ZonePlan(
                        TestClock.FRIDAY_NIGHT,
                        Basis.ZONES,
                        List.of(new ZonePlan.Zone(12_345, cells)),
                        closed,
                        12_345);
        ZoneFigures figures =
                new ZoneFigures(
                        12_345,
                        30,
                        30,
                        Optional.of(new Money(11_250, "KRW")),
                        Optional.of(
                                new WageBound(
                                        new Money(20_001, "KRW"), new Money(20_000, "KRW"), 0)));
        PlannedZones planned =
                new PlannedZones(
                        SampleZones.SEOUL,
                        7,
                        new ZoneInputs(
                                TestClock.FRIDAY_NIGHT,
                                SampleZones.RULES,
                                "tonight",
                                new TreeMap<>(),
                                ZonePlan.NONE),
                        plan,
                        TestClock.FRIDAY_NIGHT.plusSeconds(310),
                        Optional.of(new Money(11_250, "KRW")),
                        List.of(figures));

        // When
        Event event = messages.planned(planned, 1);

        // Then
        assertThat(event.payload().getSerializedSize()).isLessThan(MOST_BYTES);
    }

    private static Set<Long> around(long center, int count) {
        Set<Long> found = new LinkedHashSet<>(List.of(center));
        Deque<Long> next = new ArrayDeque<>(found);
        while (found.size() < count) {
            for (long cell : SampleZones.GRID.withNeighbours(next.remove())) {
                if (found.size() < count && found.add(cell)) {
                    next.add(cell);
                }
            }
        }
        return found;
    }
}
