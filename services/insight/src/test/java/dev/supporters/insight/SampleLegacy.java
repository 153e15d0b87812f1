package dev.supporters.insight;

import dev.supporters.insight.night.Histogram;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.NightCounts.CallTotals;
import dev.supporters.insight.night.NightCounts.CommandCounts;
import dev.supporters.insight.night.NightCounts.ShiftCounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The counts of a night that was simulated with general dispatch alone. */
public final class SampleLegacy {

    public static final NightCounts COUNTS =
            new NightCounts(
                    100,
                    new CallTotals(100, 100, 45, 0, 100, 0, List.of()),
                    new CommandCounts(
                            50,
                            0,
                            5,
                            45,
                            Histogram.of(CommandCounts.PICKUP_STEP, List.of(6.0, 9.0))),
                    new ShiftCounts(
                            20,
                            Optional.empty(),
                            3_600,
                            Map.of(),
                            Histogram.of(ShiftCounts.RATE_STEP, List.of(.5, 1.0))));

    private SampleLegacy() {}
}
