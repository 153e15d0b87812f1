package dev.supporters.gateway.adapter.graphql.insight;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.MoneyView;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.PointView;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The figures of nights as the schema shows them. */
public final class KpiTypes {

    private KpiTypes() {}

    @Type("Kpis")
    @Description(
            "How good a night was, live or after it, beside the night before, the same weekday a week before, and the simulated legacy.")
    public record KpisView(
            @NonNull @Description("All regions that were asked for, together.")
                    ComparedKpisView total,
            @NonNull @Description("Each of them, by name.")
                    List<@NonNull ComparedKpisView> regions) {}

    @Type("ComparedKpis")
    @Description(
            "The figures of three nights, and of the first one without supporters. Counts of a night that is under way are beside those of whole nights.")
    public record ComparedKpisView(
            @Description("The region; null in the total.") String region,
            @Description("The night that was asked for; null if nothing is known of it.")
                    NightKpisView night,
            @Description("The night before; null if nothing is known of it.")
                    NightKpisView nightBefore,
            @Description("The same weekday a week before; null if nothing is known of it.")
                    NightKpisView weekBefore,
            @NonNull
                    @Description(
                            "The night that was asked for by H3 cell, as zones are made of: the cells with the most calls first, at most 500. Empty for nights that an older version has counted.")
                    List<@NonNull CellKpisView> cells,
            @Description(
                            "The night that was asked for as it would have been with general dispatch alone, by the simulation: its calls, and as many commission drivers as supporters began a shift. It has none of the figures that only supporters have. Null where it was not simulated.")
                    NightKpisView legacy,
            @Description(
                            "Why legacy is null; null where it is not, and where nothing is known of the night. In the total, of the first region without it.")
                    MissingLegacyReason missingLegacyReason,
            @NonNull
                    @Description(
                            "The night of this region that was asked for by zone: the zones with the most calls first, at most 500, then what was outside of them, then what took place where the whole region applied. A night without zones has one row, of the region. Empty in the total, and for nights that an older version has counted.")
                    List<@NonNull ZoneKpisView> zones) {}

    @Type("ZoneKpis")
    @Description(
            "How good a night was in one zone, outside of the zones, or where the whole region applied. A call and its command count where the customer waited, by the zones of the moment of the request; a shift, its wages and its drives where it began, so tripsPerPaidHour, gini and costPerCompletedCall are those of the shifts that began there.")
    public record ZoneKpisView(
            @Description("What the figures are of.") KpiArea area,
            @Id
                    @Description(
                            "The zone; null unless the area is ZONE. A zone keeps its id while it overlaps with itself of the plan before.")
                    String zoneId,
            @NonNull
                    @Description(
                            "The figures; attendanceRate is null, because members belong to a region.")
                    NightKpisView kpis) {}

    /** What figures of a part of a night are of. */
    @Enum("KpiArea")
    @Description("What figures of a part of a night are of.")
    public enum KpiArea {
        @Description("A zone.")
        ZONE,

        @Description("Zones applied, and the place was in none of them.")
        OUTSIDE_ZONES,

        @Description(
                "The whole region applied: zones were switched off, not planned or outdated, or nothing of them is known.")
        REGION
    }

    /** Why there are no figures of the simulated legacy. */
    @Enum("MissingLegacyReason")
    @Description("Why there are no figures of the simulated legacy beside those of a night.")
    public enum MissingLegacyReason {
        @Description("The night is not over yet, or will be simulated soon.")
        NOT_YET,

        @Description("The night had no call.")
        NO_CALLS,

        @Description("No supporter began a shift, so it is not known how many drivers there were.")
        NO_SUPPORTERS,

        @Description("The night has more calls or supporters than are simulated, or took too long.")
        TOO_LARGE,

        @Description(
                "The night's window was not four hours long, as all windows of the night model are.")
        OTHER_WINDOW,

        @Description("The night was not simulated while its calls were kept.")
        NOT_KEPT
    }

    @Type("CellKpis")
    @Description(
            "How good a night was in one cell: calls by where the customer waited, shifts by where they began. A figure without data is null, not 0; shares are parts of 1.")
    public record CellKpisView(
            @Id @NonNull @Description("H3 index.") String cell,
            @NonNull @Description("The cell's centre.") PointView center,
            @NonNull
                    @Description(
                            "Its corners, anticlockwise; the first is not repeated. Empty from an older version of insight.")
                    List<@NonNull PointView> boundary,
            @NonNull @Description("Calls that were requested.") Long calls,
            @NonNull @Description("Those of them that have ended.") Long endedCalls,
            @NonNull @Description("Those of them that a driver of either path completed.")
                    Long completedCalls,
            @NonNull @Description("Those of them that a supporter completed.") Long supporterCalls,
            @NonNull @Description("Shifts that began here.") Long shifts,
            @Description("completedCalls divided by endedCalls: 0 to 1.") Double completionRate,
            @Description("supporterCalls divided by endedCalls: 0 to 1.")
                    Double supporterCompletionRate,
            @Description(
                            "Calls that region, rollout and zones admitted to supporters, divided by calls: 0 to 1.")
                    Double demandCoverage,
            @Description("Calls that went to general dispatch, divided by calls: 0 to 1.")
                    Double generalShare) {}

    @Type("NightKpis")
    @Description(
            "How good a night was. A figure without data is null, not 0; shares are parts of 1.")
    public record NightKpisView(
            @NonNull @Description("The business date.") LocalDate businessDate,
            @NonNull @Description("As of when; the figures change until the last call has ended.")
                    Instant updatedAt,
            @NonNull @Description("Calls that were requested in the window.") Long calls,
            @NonNull @Description("Those of them that have ended.") Long endedCalls,
            @NonNull @Description("Those of them that a driver of either path completed.")
                    Long completedCalls,
            @NonNull @Description("Those of them that a supporter completed.") Long supporterCalls,
            @NonNull @Description("Shifts that began.") Long shifts,
            @NonNull @Description("Commands that were accepted, by hand or by silence.")
                    Long acceptedCommands,
            @Description(
                            "Drivers who began a shift, divided by them and all other members whose mode was ON while the window was open: 0 to 1.")
                    Double attendanceRate,
            @Description("completedCalls divided by endedCalls: 0 to 1.") Double completionRate,
            @Description(
                            "supporterCalls divided by endedCalls: 0 to 1. Look at demandCoverage and tripsPerPaidHour, too.")
                    Double supporterCompletionRate,
            @Description(
                            "Accepted commands that were cancelled before the drive was completed, divided by acceptedCommands: 0 to 1.")
                    Double cancellationAfterAssignmentRate,
            @Description("Commands that silence accepted, divided by acceptedCommands: 0 to 1.")
                    Double autoAcceptShare,
            @Description("Mean minutes from an acceptance until the driver was with the customer.")
                    Double pickupMinutesMean,
            @Description(
                            "The same, 95th percentile, to the half minute: at most 59.5, which means 59.5 or more.")
                    Double pickupMinutesP95,
            @Description(
                            "Drives that supporters completed, divided by the paid hours of all shifts.")
                    Double tripsPerPaidHour,
            @Description(
                            "Calls that region, rollout and zones admitted to supporters, divided by calls: 0 to 1.")
                    Double demandCoverage,
            @Description(
                            "Inequality of the supporters' trips per paid hour: 0 if all have the same, nearly 1 if one has all.")
                    Double gini,
            @Description(
                            "Wages of all shifts so far, without operators' corrections, divided by the drives that supporters completed; null where currencies differ, too.")
                    MoneyView costPerCompletedCall,
            @Description(
                            "Calls that went to general dispatch, at once or later, divided by calls: 0 to 1.")
                    Double generalShare) {}
}
