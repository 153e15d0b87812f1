package dev.supporters.work.begin;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.AppRule;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.proto.common.v1.Product;

/** A driver wants to begin a shift, at a place and with an app. */
public record BeginOrder(
        String requestId, DriverId driverId, Product product, Position position, AppRule.App app) {

    public BeginOrder {
        requireNonNull(requestId);
        requireNonNull(driverId);
        requireNonNull(product);
        requireNonNull(position);
        requireNonNull(app);
    }

    /** As the cause of the shift. */
    String cause() {
        return RequestCause.of("begin", requestId, position.lat(), position.lng(), app);
    }
}
