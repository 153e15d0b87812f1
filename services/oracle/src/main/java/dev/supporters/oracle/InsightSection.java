package dev.supporters.oracle;

import static java.util.Objects.requireNonNull;

import dev.supporters.player.InsightFigures;
import dev.supporters.player.InsightFigures.Counted;
import dev.supporters.player.InsightFigures.CountedFigures;
import dev.supporters.player.InsightFigures.NotCounted;
import dev.supporters.player.InsightFigures.ZoneRowFigures;
import dev.supporters.player.NightKpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Insight's figures of the night, beside its simulated legacy and what this report says of the same things by itself, and whether insight
 * has counted what customers saw.
 */
public record InsightSection(InsightFigures insight, SeenCalls seen) implements ReportSection {

    private static final String UNKNOWN = "–";
    private static final double PERCENT = 100;

    public InsightSection {
        requireNonNull(insight);
        requireNonNull(seen);
    }

    @Override
    public List<String> lines(NightHistory history) {
        List<String> lines = new ArrayList<>();
        lines.add(ReportLines.head("Insight, through the gateway"));
        switch (insight) {
            case NotCounted none -> lines.add("  " + none.why());
            case Counted counted -> lines.addAll(lines(counted, history));
        }
        return lines;
    }

    private List<String> lines(Counted counted, NightHistory history) {
        List<String> lines = new ArrayList<>();
        lines.add(row("", "insight", "legacy", "report"));
        DispatchFigures dispatch = DispatchFigures.of(history);
        for (NightKpi kpi : NightKpi.values()) {
            lines.add(
                    row(
                            name(kpi),
                            number(kpi, value(Optional.of(counted.night()), kpi)),
                            number(kpi, value(counted.legacy(), kpi)),
                            number(kpi, own(kpi, history, dispatch))));
        }
        if (!counted.missingLegacy().isEmpty()) {
            lines.add(
                    ReportLines.line(
                            "no simulated legacy", CallFigures.word(counted.missingLegacy(), "")));
        }
        lines.addAll(zones(counted.zones()));
        lines.add(
                compared(
                        "calls requested in the window",
                        counted.night().calls(),
                        seen.requested()));
        lines.add(
                compared("calls of them completed", counted.night().completed(), seen.completed()));
        return lines;
    }

    /** A line for each zone; of a night without zones, that the region applied. */
    private static List<String> zones(List<ZoneRowFigures> zones) {
        if (zones.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "  %-40s %10s%9s%9s%9s"
                        .formatted("by zone", "calls", "done", "covered", "to cust."));
        for (ZoneRowFigures zone : zones) {
            lines.add(
                    "  %-40s %10s%9s%9s%9s"
                            .formatted(
                                    "  " + name(zone),
                                    zone.figures().calls(),
                                    zone.figures().completed(),
                                    number(
                                            NightKpi.DEMAND_COVERAGE,
                                            value(
                                                    Optional.of(zone.figures()),
                                                    NightKpi.DEMAND_COVERAGE)),
                                    number(
                                            NightKpi.PICKUP_MINUTES_MEAN,
                                            value(
                                                    Optional.of(zone.figures()),
                                                    NightKpi.PICKUP_MINUTES_MEAN))));
        }
        return lines;
    }

    private static String name(ZoneRowFigures zone) {
        return switch (zone.area()) {
            case "ZONE" -> "zone " + zone.zoneId();
            case "OUTSIDE_ZONES" -> "outside of zones";
            case "REGION" -> "the whole region, no zones applied";
            default -> CallFigures.word(zone.area(), "");
        };
    }

    private static String name(NightKpi kpi) {
        return switch (kpi) {
            case ATTENDANCE_RATE -> "attendance, %";
            case COMPLETION_RATE -> "completed by either path, %";
            case CANCELLATION_AFTER_ASSIGNMENT_RATE -> "cancelled after assignment, %";
            case AUTO_ACCEPT_SHARE -> "accepted by silence, %";
            case PICKUP_MINUTES_MEAN -> "from acceptance to customer, mean, min";
            case TRIPS_PER_PAID_HOUR -> "trips per paid hour";
            case DEMAND_COVERAGE -> "demand covered, %";
            case GINI -> "Gini of trips per paid hour";
            case GENERAL_SHARE -> "went to general dispatch, %";
            case COST_PER_COMPLETED_CALL -> "wages per completed supporters' call";
        };
    }

    /** What the report has of it from its own sources; not a number where it has nothing. */
    private static double own(NightKpi kpi, NightHistory history, DispatchFigures dispatch) {
        return switch (kpi) {
            case CANCELLATION_AFTER_ASSIGNMENT_RATE ->
                    dispatch.cancelledAfterAssignment() / PERCENT;
            case AUTO_ACCEPT_SHARE -> new CallFigures(history).silentShare();
            case TRIPS_PER_PAID_HOUR -> dispatch.tripsPerPaidHour();
            case DEMAND_COVERAGE -> dispatch.covered() / PERCENT;
            case GINI -> dispatch.gini();
            case COST_PER_COMPLETED_CALL -> new PayFigures(history).perCompletedCall();
            case ATTENDANCE_RATE, COMPLETION_RATE, PICKUP_MINUTES_MEAN, GENERAL_SHARE -> Double.NaN;
        };
    }

    private static double value(Optional<CountedFigures> night, NightKpi kpi) {
        return night.map(figures -> figures.kpis().getOrDefault(kpi, Double.NaN))
                .orElse(Double.NaN);
    }

    private static String number(NightKpi kpi, double value) {
        if (Double.isNaN(value)) {
            return UNKNOWN;
        }
        return switch (kpi) {
            case ATTENDANCE_RATE,
                    COMPLETION_RATE,
                    CANCELLATION_AFTER_ASSIGNMENT_RATE,
                    AUTO_ACCEPT_SHARE,
                    DEMAND_COVERAGE,
                    GENERAL_SHARE ->
                    String.format(Locale.ROOT, "%.1f", PERCENT * value);
            case PICKUP_MINUTES_MEAN -> String.format(Locale.ROOT, "%.1f", value);
            case TRIPS_PER_PAID_HOUR, GINI -> String.format(Locale.ROOT, "%.2f", value);
            case COST_PER_COMPLETED_CALL -> String.format(Locale.ROOT, "%,.0f", value);
        };
    }

    private static String row(String name, String insight, String legacy, String report) {
        return "  %-40s %10s%9s%9s".formatted(name, insight, legacy, report);
    }

    private static String compared(String name, long counted, long seen) {
        return ReportLines.line(
                name,
                counted == seen
                        ? "%,d, as the customers saw".formatted(counted)
                        : "%,d; the customers saw %,d".formatted(counted, seen));
    }
}
