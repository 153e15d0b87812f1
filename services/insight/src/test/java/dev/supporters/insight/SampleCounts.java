package dev.supporters.insight;

import dev.supporters.insight.night.CellCounts;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.Histogram;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.NightCounts.CallTotals;
import dev.supporters.insight.night.NightCounts.CommandCounts;
import dev.supporters.insight.night.NightCounts.MemberCounts;
import dev.supporters.insight.night.NightCounts.ShiftCounts;
import dev.supporters.insight.night.NightCounts.StepCounts;
import dev.supporters.insight.night.RegionNight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nights that were counted. */
public final class SampleCounts {

    public static final NightCounts FULL =
            new NightCounts(
                    400,
                    new CallTotals(
                            100,
                            80,
                            60,
                            40,
                            30,
                            90,
                            List.of(new StepCounts(0, 0), new StepCounts(100, 40))),
                    new CommandCounts(
                            50,
                            45,
                            5,
                            40,
                            Histogram.of(CommandCounts.PICKUP_STEP, List.of(4.2, 8.0))),
                    new ShiftCounts(
                            20,
                            Optional.of(new MemberCounts(20, 25)),
                            2_400,
                            Map.of("KRW", 560_000L),
                            Histogram.of(ShiftCounts.RATE_STEP, List.of(1.0, 3.0))));

    /** The same, by cell. */
    public static final NightCounts BY_CELL =
            new NightCounts(
                    FULL.facts(),
                    FULL.calls(),
                    FULL.commands(),
                    FULL.shifts(),
                    Map.of(
                            0x8830e1d8c7fffffL,
                            new CellCounts(70, 60, 50, 35, 20, 65, 12),
                            0x8830e1d8c3fffffL,
                            new CellCounts(30, 20, 10, 5, 10, 25, 8)));

    private SampleCounts() {}

    public static CountedNight night(
            String region, LocalDate businessDate, Instant updateTime, NightCounts counts) {
        Instant begin =
                SampleNight.BEGIN.plus(
                        Duration.ofDays(
                                businessDate.toEpochDay() - SampleNight.FRIDAY.toEpochDay()));
        return new CountedNight(
                new RegionNight(SampleNight.DRIVER, region, businessDate),
                begin,
                begin.plus(Duration.ofHours(4)),
                updateTime,
                counts);
    }
}
