package dev.supporters.driver.statistics;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.driver.v1.IncidentKind;

/** Statistics and incidents as the interface shows them. */
public final class StatisticsProtoMapper {

    private StatisticsProtoMapper() {}

    public static dev.supporters.proto.driver.v1.DriverStatistics toProto(
            DriverStatistics statistics) {
        return dev.supporters.proto.driver.v1.DriverStatistics.newBuilder()
                .setFirstDate(statistics.weeks().first().toString())
                .setLastDate(statistics.weeks().last().toString())
                .setCompletedDrives(statistics.completedDrives())
                .setCancelledDrives(statistics.cancelledDrives())
                .setAccidents(statistics.accidents())
                .setFines(statistics.fines())
                .setRatingCount(statistics.ratingCount())
                .setAverageRating(statistics.averageRating().orElse(0))
                .build();
    }

    public static dev.supporters.proto.driver.v1.Incident toProto(
            DriverDay.Key day, Incident incident) {
        var proto =
                dev.supporters.proto.driver.v1.Incident.newBuilder()
                        .setIncidentId(new Incident.Id(day, incident.number()).toString())
                        .setDriverId(day.driverId().value())
                        .setProduct(day.product())
                        .setKind(kind(incident.kind()))
                        .setDate(day.date().toString())
                        .setNote(incident.note())
                        .setActor(incident.actor())
                        .setCreateTime(Timestamps.of(incident.time()));
        incident.revocation()
                .ifPresent(revocation ->
                        proto.setRevokeTime(Timestamps.of(revocation.time()))
                                .setRevokedBy(revocation.actor())
                                .setRevokeReason(revocation.reason()));
        return proto.build();
    }

    static IncidentKind kind(Incident.Kind kind) {
        return switch (kind) {
            case ACCIDENT -> IncidentKind.INCIDENT_KIND_ACCIDENT;
            case FINE -> IncidentKind.INCIDENT_KIND_FINE;
        };
    }
}
