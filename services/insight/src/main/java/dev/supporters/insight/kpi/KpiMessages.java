package dev.supporters.insight.kpi;

import dev.supporters.contract.Money;
import dev.supporters.insight.night.Histogram;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.insight.v1.NightKpis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

/** Figures as they travel. */
final class KpiMessages {

    private static final int PERCENTILE = 95;

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

    private static void set(OptionalDouble figure, DoubleConsumer field) {
        figure.ifPresent(field);
    }
}
