package dev.supporters.call.life;

import dev.supporters.proto.routing.v1.RoutingReason;

/** Why a call is on its path: names of RoutingReason without their prefix. */
public final class DispatchReasons {

    public static final String ASSIGNED = "ASSIGNED";
    public static final String REFUSED = "REFUSED";
    public static final String NO_SUPPORTER = "NO_SUPPORTER";
    public static final String CALL_CLOSED = "CALL_CLOSED";
    public static final String CALL_UNAVAILABLE = "CALL_UNAVAILABLE";
    public static final String ROUTING_UNAVAILABLE = "ROUTING_UNAVAILABLE";

    private static final String PREFIX = "ROUTING_REASON_";

    private DispatchReasons() {}

    /** A reason that routing gives. One that this version does not know counts as none given. */
    public static String of(RoutingReason reason) {
        return reason.name().startsWith(PREFIX)
                ? reason.name().substring(PREFIX.length())
                : ROUTING_UNAVAILABLE;
    }
}
