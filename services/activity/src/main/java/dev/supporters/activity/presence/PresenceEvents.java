package dev.supporters.activity.presence;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.events.location.v1.DriverReachable;
import dev.supporters.proto.events.location.v1.DriverUnreachable;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.location.v1.LocationReported;

import java.time.Instant;

/** What the topic of locations learns. The work id is empty when the driver is not at work. */
final class PresenceEvents {

    private static final String REPORTED = "supporters.location.reported.v1";
    private static final String UNREACHABLE = "supporters.location.unreachable.v1";
    private static final String REACHABLE = "supporters.location.reachable.v1";

    private PresenceEvents() {}

    static Event reported(DriverId driverId, String workId, Position position) {
        Point point = Point.newBuilder().setLat(position.lat()).setLng(position.lng()).build();
        return event(
                REPORTED,
                event(driverId, workId, position.time())
                        .setReported(LocationReported.newBuilder().setLocation(point)));
    }

    static Event unreachable(DriverId driverId, Silence silence) {
        return event(
                UNREACHABLE,
                event(driverId, silence.workId().value(), silence.since())
                        .setUnreachable(DriverUnreachable.getDefaultInstance()));
    }

    static Event reachable(DriverId driverId, String workId, Instant time) {
        return event(
                REACHABLE,
                event(driverId, workId, time).setReachable(DriverReachable.getDefaultInstance()));
    }

    private static LocationEvent.Builder event(DriverId driverId, String workId, Instant time) {
        return LocationEvent.newBuilder()
                .setDriverId(driverId.value())
                .setWorkId(workId)
                .setEventTime(Timestamps.of(time));
    }

    private static Event event(String type, LocationEvent.Builder event) {
        return new Event(Topics.LOCATIONS, event.getDriverId(), type, event.build());
    }
}
