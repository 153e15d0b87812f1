package dev.supporters.zone;

import dev.supporters.contract.ActiveZones.WageBound;
import dev.supporters.contract.Money;
import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.dispatch.zone.ZoneInputs;
import dev.supporters.dispatch.zone.ZonePlan;
import dev.supporters.dispatch.zone.ZonePlanner;
import dev.supporters.dispatch.zone.ZoneRules;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.TestClock;
import dev.supporters.zone.plan.PlannedZones;
import dev.supporters.zone.plan.PlannedZones.ZoneFigures;
import dev.supporters.zone.region.ZoneKey;
import dev.supporters.zone.region.ZoneTerms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A region, and plans of it. */
public final class SampleZones {

    public static final ZoneKey SEOUL = new ZoneKey(Product.PRODUCT_DRIVER, "seoul");
    public static final ZoneRules RULES = new ZoneRules(true, .5, .35, 2, Duration.ofMinutes(10));
    public static final DemandCells GRID = new DemandCells();
    public static final Position GANGNAM = new Position(37.4979, 127.0276);
    public static final long CENTER = GRID.cell(GANGNAM);
    public static final long NEIGHBOUR =
            GRID.withNeighbours(CENTER).stream()
                    .filter(cell -> cell != CENTER)
                    .min(Long::compare)
                    .orElseThrow();

    private SampleZones() {}

    public static ZoneTerms terms(ZoneRules rules) {
        return new ZoneTerms(
                SEOUL,
                7,
                new RegionBounds(37.2, 126.7, 37.7, 127.3),
                WorkWindow.parse("Asia/Seoul", "21:00", Duration.ofHours(4)),
                rules,
                30,
                new Money(14_000, "KRW"),
                Optional.of(new Money(20_000, "KRW")));
    }

    /** Two cells open. */
    public static PlannedZones open() {
        return planned(TestClock.FRIDAY_NIGHT, ZonePlan.NONE, 2.0);
    }

    /** The same two are warned. */
    public static PlannedZones warned() {
        return planned(TestClock.FRIDAY_NIGHT.plusSeconds(60), open().plan(), .1);
    }

    /** The same two are closed; without others the region applies. */
    public static PlannedZones closed() {
        return planned(TestClock.FRIDAY_NIGHT.plusSeconds(1_200), warned().plan(), .1);
    }

    /** Two cells open, with a wage per call in the region, and a bound. */
    public static PlannedZones bounded() {
        return planned(
                TestClock.FRIDAY_NIGHT,
                ZonePlan.NONE,
                2.0,
                Optional.of(new Money(12_500, "KRW")),
                Optional.of(new WageBound(new Money(20_001, "KRW"), new Money(20_000, "KRW"), 0)));
    }

    /** Two cells open, in which five more may begin before the bound is passed. */
    public static PlannedZones limited() {
        return planned(
                TestClock.FRIDAY_NIGHT,
                ZonePlan.NONE,
                2.0,
                Optional.of(new Money(12_500, "KRW")),
                Optional.of(new WageBound(new Money(13_000, "KRW"), new Money(20_000, "KRW"), 9)));
    }

    private static PlannedZones planned(Instant time, ZonePlan before, double demand) {
        return planned(time, before, demand, Optional.empty(), Optional.empty());
    }

    private static PlannedZones planned(
            Instant time,
            ZonePlan before,
            double demand,
            Optional<Money> wagePerCall,
            Optional<WageBound> wageBound) {
        TreeMap<Long, Double> calls = new TreeMap<>();
        calls.put(CENTER, demand);
        calls.put(NEIGHBOUR, demand);
        ZoneInputs inputs = new ZoneInputs(time, RULES, "tonight", calls, before);
        ZonePlan plan = new ZonePlanner(GRID).plan(inputs);
        List<ZoneFigures> figures =
                plan.zones().stream()
                        .map(zone ->
                                new ZoneFigures(
                                        zone.number(),
                                        30,
                                        4,
                                        Optional.of(new Money(11_250, "KRW")),
                                        wageBound))
                        .toList();
        return new PlannedZones(
                SEOUL, 7, inputs, plan, time.plusSeconds(310), wagePerCall, figures);
    }
}
