package dev.supporters.gateway.access;

import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.EngagementState;

/** Rule 9: the destination is secret from a driver until he has accepted the call. Nobody sees another person's call. */
public final class CallSecrecy {

    private CallSecrecy() {}

    /** How much of this call the principal may see. */
    public static Visibility visibility(Principal principal, Call call) {
        if (principal.seesAll()) {
            return Visibility.ALL;
        }
        if (principal.isCustomer(call.getCustomerId())) {
            return accepted(call) ? Visibility.ALL : Visibility.WITHOUT_DRIVER;
        }
        if (principal.isDriver(call.getDriverId())) {
            return accepted(call) ? Visibility.ALL : Visibility.COMMANDED;
        }
        return principal.is(Role.DRIVER) && open(call) ? Visibility.OPEN : Visibility.NONE;
    }

    /** A driver's slot as the principal may see it: the fare of a command that awaits its outcome says how far the drive is. */
    public static Engagement visible(Principal principal, Engagement engagement) {
        if (principal.seesAll()
                || engagement.getState() != EngagementState.ENGAGEMENT_STATE_COMMANDED) {
            return engagement;
        }
        return engagement.toBuilder()
                .setCommand(engagement.getCommand().toBuilder().clearFare())
                .build();
    }

    /** Whether the call is on general dispatch, for any driver to see. */
    public static boolean open(Call call) {
        return call.getState() == CallState.CALL_STATE_GENERAL && call.getDriverId().isEmpty();
    }

    /** A call that ended early had been accepted only if it has a dispatch time. */
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

    /** How much of a call a principal may see. */
    public enum Visibility {
        /** Everything. */
        ALL,
        /** Everything but who the driver is: a customer's call that nobody has accepted yet. */
        WITHOUT_DRIVER,
        /** What a supporter may know who is commanded: where the customer waits. Nothing about the way, nor the fare or a reason, from which it could be told. */
        COMMANDED,
        /** What any driver may know of a call on general dispatch: where the customer waits, and the fare, by which commission drivers choose. */
        OPEN,
        /** Nothing, not even that there is such a call. */
        NONE
    }
}
