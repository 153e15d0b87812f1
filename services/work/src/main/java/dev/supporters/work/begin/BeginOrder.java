package dev.supporters.work.begin;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.AppRule;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.work.v1.WorkType;

/** A driver wants to begin a shift, at a place and with an app. */
public record BeginOrder(
        String requestId,
        DriverId driverId,
        Product product,
        WorkType type,
        Position position,
        AppRule.App app) {

    public BeginOrder {
        requireNonNull(requestId);
        requireNonNull(driverId);
        requireNonNull(product);
        requireNonNull(type);
        requireNonNull(position);
        requireNonNull(app);
    }

    /** As the cause of the shift. An hourly one says no type, as before there were types: a request may come again after an upgrade. */
    String cause() {
        return type == WorkType.WORK_TYPE_HOURLY
                ? RequestCause.of("begin", requestId, position.lat(), position.lng(), app)
                : RequestCause.of("begin", requestId, position.lat(), position.lng(), app, type);
    }
}
