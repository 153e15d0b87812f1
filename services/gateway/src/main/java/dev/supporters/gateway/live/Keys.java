package dev.supporters.gateway.live;

/** Under which keys changes are watched. */
public final class Keys {

    private Keys() {}

    public static String call(String callId) {
        return "call/" + callId;
    }

    public static String driver(String driverId) {
        return "driver/" + driverId;
    }
}
