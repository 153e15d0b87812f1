package dev.supporters.gateway.subscription;

/** The keys under which changes are told to subscriptions. */
public final class SubscriptionKeys {

    private SubscriptionKeys() {}

    public static String call(String callId) {
        return "call/" + callId;
    }

    public static String driver(String driverId) {
        return "driver/" + driverId;
    }

    public static String moves(String driverId) {
        return "moves/" + driverId;
    }
}
