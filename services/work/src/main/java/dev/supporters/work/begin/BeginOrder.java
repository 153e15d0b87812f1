package dev.supporters.work.begin;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.refusal.Require;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.work.shift.Drivers;

/** A driver wants to begin. */
public record BeginOrder(
        String requestId, String driverId, Product product, Position position, App app) {

    public BeginOrder {
        Require.requestId(requestId);
        Drivers.requireId(driverId);
        Drivers.requireProduct(product);
        requireNonNull(position);
        requireNonNull(app);
    }
}
