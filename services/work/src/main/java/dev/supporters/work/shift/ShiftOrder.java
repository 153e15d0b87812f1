package dev.supporters.work.shift;

import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.common.v1.Product;

/** What a driver wants with the work under way: to rest, to resume, to end it. */
public record ShiftOrder(String requestId, String driverId, Product product) {

    public ShiftOrder {
        Require.requestId(requestId);
        Drivers.requireId(driverId);
        Drivers.requireProduct(product);
    }
}
