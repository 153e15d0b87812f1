package dev.supporters.activity.presence;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.location.v1.DriverReachable;
import dev.supporters.proto.events.location.v1.DriverUnreachable;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.location.v1.LocationReported;

import java.time.Instant;
import java.util.Optional;

/** What is published on the topic of locations. The shift is empty when the driver is not at work. */
final class PresenceEvents {

    private static final String REPORTED = "supporters.location.reported.v1";
    private static final String UNREACHABLE = "supporters.location.unreachable.v1";
    private static final String REACHABLE = "supporters.location.reachable.v1";

    private PresenceEvents() {}

    static Event reported(DriverId driverId, Optional<WorkId> workId, KnownPlace.Fix reported) {
        return event(
                REPORTED,
                event(driverId, workId, reported.time())
                        .setReported(
                                LocationReported.newBuilder()
                                        .setLocation(reported.position().toProto())
                                        .setReportTime(Timestamps.of(reported.reportTime()))));
    }

    static Event unreachable(DriverId driverId, Outage outage) {
        return event(
                UNREACHABLE,
                event(driverId, Optional.of(outage.workId()), outage.since())
                        .setUnreachable(DriverUnreachable.getDefaultInstance()));
    }

    static Event reachable(DriverId driverId, Optional<WorkId> workId, Instant time) {
        return event(
                REACHABLE,
                event(driverId, workId, time).setReachable(DriverReachable.getDefaultInstance()));
    }

    private static LocationEvent.Builder event(
            DriverId driverId, Optional<WorkId> workId, Instant time) {
        return LocationEvent.newBuilder()
                .setDriverId(driverId.value())
                .setWorkId(workId.map(WorkId::value).orElse(""))
                .setEventTime(Timestamps.of(time));
    }

    private static Event event(String type, LocationEvent.Builder event) {
        return new Event(Topics.LOCATIONS, event.getDriverId(), type, event.build());
    }
}
