package dev.supporters.insight.kpi;

import static java.util.Comparator.comparing;

import dev.supporters.contract.Money;
import dev.supporters.insight.night.CountedArea;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.Histogram;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.insight.v1.KpiArea;
import dev.supporters.proto.insight.v1.NightKpis;
import dev.supporters.proto.insight.v1.ZoneKpis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** Figures as they travel. */
final class KpiMessages {

    private static final int PERCENTILE = 95;

    /** A plan has far fewer zones; they get new ids when they come again. */
    private static final int MOST_ZONES = 500;

    private KpiMessages() {}

    static NightKpis kpis(LocalDate businessDate, Instant updateTime, NightCounts counts) {
        NightKpis.Builder kpis =
                NightKpis.newBuilder()
                        .setBusinessDate(businessDate.toString())
                        .setUpdateTime(Timestamps.of(updateTime))
                        .setCalls(counts.calls().requested())
                        .setEndedCalls(counts.calls().ended())
                        .setCompletedCalls(counts.calls().completed())
                        .setSupporterCalls(counts.calls().bySupporters())
                        .setShifts(counts.shifts().begun())
                        .setAcceptedCommands(counts.commands().accepted());
        Histogram pickups = counts.commands().pickupMinutes();
        set(counts.attendanceRate(), kpis::setAttendanceRate);
        set(counts.completionRate(), kpis::setCompletionRate);
        set(counts.supporterCompletionRate(), kpis::setSupporterCompletionRate);
        set(counts.cancellationAfterAssignmentRate(), kpis::setCancellationAfterAssignmentRate);
        set(counts.autoAcceptShare(), kpis::setAutoAcceptShare);
        set(pickups.mean(), kpis::setPickupMinutesMean);
        set(pickups.percentile(PERCENTILE), kpis::setPickupMinutesP95);
        set(counts.tripsPerPaidHour(), kpis::setTripsPerPaidHour);
        set(counts.demandCoverage(), kpis::setDemandCoverage);
        set(counts.shifts().tripRates().gini(), kpis::setGini);
        set(counts.generalShare(), kpis::setGeneralShare);
        counts.costPerCompletedCall().map(Money::toProto).ifPresent(kpis::setCostPerCompletedCall);
        return kpis.build();
    }

    /** What a night without supporters has: nothing that only they have. */
    static NightKpis legacyKpis(LocalDate businessDate, Instant updateTime, NightCounts counts) {
        return kpis(businessDate, updateTime, counts).toBuilder()
                .clearAcceptedCommands()
                .clearSupporterCompletionRate()
                .clearAutoAcceptShare()
                .clearDemandCoverage()
                .build();
    }

    /** The parts of a region's night: the zones with the most calls first, then what was in none of them. */
    static List<ZoneKpis> zones(CountedNight night) {
        Comparator<Map.Entry<CountedArea, NightCounts>> zonesFirst =
                comparing(area -> area.getKey().kind());
        List<Map.Entry<CountedArea, NightCounts>> all =
                night.counts().areas().entrySet().stream()
                        .sorted(
                                zonesFirst
                                        .thenComparingLong(
                                                area -> -area.getValue().calls().requested())
                                        .thenComparing(area -> area.getKey().zoneId()))
                        .toList();
        // what was in no zone is never left out: the parts add up unless there are too many zones
        return Stream.concat(
                        all.stream()
                                .filter(area -> !area.getKey().zoneId().isEmpty())
                                .limit(MOST_ZONES),
                        all.stream().filter(area -> area.getKey().zoneId().isEmpty()))
                .map(area ->
                        ZoneKpis.newBuilder()
                                .setArea(area(area.getKey().kind()))
                                .setZoneId(area.getKey().zoneId())
                                .setKpis(
                                        kpis(
                                                night.key().businessDate(),
                                                night.updateTime(),
                                                area.getValue()))
                                .build())
                .toList();
    }

    private static KpiArea area(CountedArea.Kind kind) {
        return switch (kind) {
            case ZONE -> KpiArea.KPI_AREA_ZONE;
            case OUTSIDE_ZONES -> KpiArea.KPI_AREA_OUTSIDE_ZONES;
            case REGION -> KpiArea.KPI_AREA_REGION;
        };
    }

    private static void set(OptionalDouble figure, DoubleConsumer field) {
        figure.ifPresent(field);
    }
}
