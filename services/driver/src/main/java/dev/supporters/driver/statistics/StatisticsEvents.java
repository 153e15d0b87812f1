package dev.supporters.driver.statistics;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.driver.v1.DriveRated;
import dev.supporters.proto.events.driver.v1.DriverStatisticsEvent;
import dev.supporters.proto.events.driver.v1.IncidentRecorded;
import dev.supporters.proto.events.driver.v1.IncidentRevoked;

import java.time.Instant;

/** What is told of ratings and incidents: neither who rated, nor what operators wrote. */
final class StatisticsEvents {

    private StatisticsEvents() {}

    static Event rated(DriverDay.Key day, Rating rating) {
        DriveRated rated =
                DriveRated.newBuilder()
                        .setCallId(rating.callId().value())
                        .setStars(rating.stars())
                        .build();
        return event(day, "drive_rated", event(day, rating.time()).setDriveRated(rated));
    }

    static Event recorded(DriverDay.Key day, Incident incident) {
        IncidentRecorded recorded =
                IncidentRecorded.newBuilder()
                        .setIncidentId(new Incident.Id(day, incident.number()).toString())
                        .setKind(StatisticsProtoMapper.kind(incident.kind()))
                        .setActor(incident.actor())
                        .build();
        return event(
                day,
                "incident_recorded",
                event(day, incident.time()).setIncidentRecorded(recorded));
    }

    static Event revoked(DriverDay.Key day, Incident incident, Incident.Revocation revocation) {
        IncidentRevoked revoked =
                IncidentRevoked.newBuilder()
                        .setIncidentId(new Incident.Id(day, incident.number()).toString())
                        .setKind(StatisticsProtoMapper.kind(incident.kind()))
                        .setActor(revocation.actor())
                        .build();
        return event(
                day, "incident_revoked", event(day, revocation.time()).setIncidentRevoked(revoked));
    }

    private static DriverStatisticsEvent.Builder event(DriverDay.Key day, Instant time) {
        return DriverStatisticsEvent.newBuilder()
                .setDriverId(day.driverId().value())
                .setProduct(day.product())
                .setDate(day.date().toString())
                .setEventTime(Timestamps.of(time));
    }

    private static Event event(
            DriverDay.Key day, String name, DriverStatisticsEvent.Builder event) {
        return new Event(
                Topics.DRIVER_STATISTICS,
                day.driverId().value(),
                "supporters.driver_statistics." + name + ".v1",
                event.build());
    }
}
