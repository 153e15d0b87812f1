package dev.supporters.gateway.subscription;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.proto.common.v1.Product;

/** The keys under which changes are told to subscriptions. */
public final class SubscriptionKeys {

    private SubscriptionKeys() {}

    public static String call(CallId callId) {
        return "call/" + callId;
    }

    public static String calls(Product product) {
        return "calls/" + product.name();
    }

    public static String zones(Product product, String region) {
        return "zones/" + product.name() + "/" + region;
    }

    public static String driver(DriverId driverId) {
        return "driver/" + driverId;
    }

    public static String moves(DriverId driverId) {
        return "moves/" + driverId;
    }

    public static String notices(DriverId driverId) {
        return "notices/" + driverId;
    }

    public static String fleet() {
        return "fleet";
    }
}
