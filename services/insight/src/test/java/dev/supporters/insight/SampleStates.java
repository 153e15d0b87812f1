package dev.supporters.insight;

import static dev.supporters.insight.SampleNight.at;

import dev.supporters.contract.Position;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.events.call.v1.CallAssigned;
import dev.supporters.proto.events.call.v1.CallEnded;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.call.v1.CallProgressed;
import dev.supporters.proto.events.call.v1.CallRequested;
import dev.supporters.proto.events.work.v1.WorkEvent;

/** Events of a call and a shift, as services write them, with places. */
public final class SampleStates {

    public static final Position BEGIN = new Position(37.6, 127.1);

    /** Where drives end, roughly. */
    public static final Position DRIVE_ENDS = new Position(37.4, 126.9);

    private SampleStates() {}

    /** An event after which a call is in a state. */
    public static CallEvent call(
            String callId, long version, int minute, CallState state, String driverId) {
        CallEvent.Builder event =
                CallEvent.newBuilder()
                        .setCallId(callId)
                        .setProduct(SampleNight.DRIVER)
                        .setVersion(version)
                        .setEventTime(Timestamps.of(at(minute)))
                        .setState(state)
                        .setDriverId(driverId);
        return switch (state) {
            case CALL_STATE_REQUESTED ->
                    event.setRequested(
                                    CallRequested.newBuilder()
                                            .setOrigin(
                                                    Place.newBuilder()
                                                            .setLat("37.5")
                                                            .setLng("127")))
                            .build();
            case CALL_STATE_COMMANDED ->
                    event.setAssigned(CallAssigned.newBuilder().setCommandId(callId + "/1"))
                            .build();
            case CALL_STATE_ACCEPTED, CALL_STATE_ARRIVED, CALL_STATE_DRIVING ->
                    event.setProgressed(
                                    CallProgressed.newBuilder()
                                            .setDestinationArea(point(DRIVE_ENDS)))
                            .build();
            case CALL_STATE_COMPLETED, CALL_STATE_CANCELLED, CALL_STATE_FAILED ->
                    event.setEnded(CallEnded.getDefaultInstance()).build();
            case CALL_STATE_UNSPECIFIED, CALL_STATE_GENERAL, UNRECOGNIZED ->
                    throw new IllegalArgumentException("no sample of " + state);
        };
    }

    /** A shift that begins where it is known. */
    public static WorkEvent begun(String driverId, int minute) {
        WorkEvent event = SampleNight.begun(driverId, at(minute));
        return event.toBuilder()
                .setBegun(event.getBegun().toBuilder().setLocation(point(BEGIN)))
                .build();
    }

    private static Point point(Position position) {
        return Point.newBuilder().setLat(position.lat()).setLng(position.lng()).build();
    }
}
