package dev.supporters.gateway.access;

import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;

/** Rule 9: the destination is secret from a driver until he has accepted the call. And a call is nobody else's business. */
public final class CallSecrecy {

    private CallSecrecy() {}

    /** How much of this call the viewer may see. */
    public static Sight sight(Viewer viewer, Call call) {
        if (viewer.seesAll()) {
            return Sight.ALL;
        }
        if (viewer.isCustomer(call.getCustomerId())) {
            return accepted(call) ? Sight.ALL : Sight.WITHOUT_DRIVER;
        }
        if (viewer.isDriver(call.getDriverId())) {
            return accepted(call) ? Sight.ALL : Sight.BEFORE_ACCEPTANCE;
        }
        return viewer.is(Role.DRIVER) && open(call) ? Sight.BEFORE_ACCEPTANCE : Sight.NONE;
    }

    /** Whether the call lies on general dispatch, for any driver to see. */
    public static boolean open(Call call) {
        return call.getState() == CallState.CALL_STATE_GENERAL && call.getDriverId().isEmpty();
    }

    /** A call that ended early had been accepted only if it says when. */
    private static boolean accepted(Call call) {
        return switch (call.getState()) {
            case CALL_STATE_ACCEPTED,
                    CALL_STATE_ARRIVED,
                    CALL_STATE_DRIVING,
                    CALL_STATE_COMPLETED ->
                    true;
            case CALL_STATE_CANCELLED, CALL_STATE_FAILED -> call.hasDispatchTime();
            case CALL_STATE_UNSPECIFIED,
                    CALL_STATE_REQUESTED,
                    CALL_STATE_COMMANDED,
                    CALL_STATE_GENERAL,
                    UNRECOGNIZED ->
                    false;
        };
    }
}
