package dev.supporters.testkit;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.events.call.v1.CallEnded;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.call.v1.CallProgressed;

import java.time.Instant;

/** What the topic of calls tells of calls of general dispatch. */
public final class GeneralCallEvents {

    private GeneralCallEvents() {}

    /** A driver has taken the call. */
    public static CallEvent taken(String call, String driver, long version, Instant time) {
        return progressed(call, driver, version, CallState.CALL_STATE_ACCEPTED, time);
    }

    /** The call is in a state; nobody's if the driver is "". */
    public static CallEvent progressed(
            String call, String driver, long version, CallState state, Instant time) {
        return event(call, driver, version, state, time)
                .setProgressed(
                        CallProgressed.newBuilder().setPath(DispatchPath.DISPATCH_PATH_GENERAL))
                .build();
    }

    /** The drive is over. */
    public static CallEvent completed(String call, String driver, long version, Instant time) {
        return event(call, driver, version, CallState.CALL_STATE_COMPLETED, time)
                .setEnded(CallEnded.newBuilder().setPath(DispatchPath.DISPATCH_PATH_GENERAL))
                .build();
    }

    private static CallEvent.Builder event(
            String call, String driver, long version, CallState state, Instant time) {
        return CallEvent.newBuilder()
                .setCallId(call)
                .setVersion(version)
                .setEventTime(Timestamps.of(time))
                .setState(state)
                .setDriverId(driver);
    }
}
