package dev.supporters.gateway.adapter.legacy;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Product;

/** Calls in the legacy system's words, and in ours. */
final class LegacyCalls {

    private static final String PRODUCT = "PRODUCT_";

    private LegacyCalls() {}

    /** A call that the service `call` may not know. */
    static LegacyCall unregistered(Call call) {
        return new LegacyCall(
                call.getCallId(),
                false,
                call.getProduct().name().substring(PRODUCT.length()),
                call.getCustomerId(),
                call.getCustomerName(),
                LegacyPlace.of(call.getOrigin()),
                LegacyPlace.of(call.getDestination()),
                call.hasStopover() ? LegacyPlace.of(call.getStopover()) : null,
                new LegacyMoney(call.getFare().getAmount(), call.getFare().getCurrency()),
                call.getDistanceMeters(),
                call.getReason(),
                Timestamps.instant(call.getCreateTime()),
                null,
                null);
    }

    static Call call(LegacyCall legacy) {
        Call.Builder call =
                Call.newBuilder()
                        .setCallId(legacy.callId())
                        .setProduct(
                                "DRIVER".equals(legacy.product())
                                        ? Product.PRODUCT_DRIVER
                                        : Product.PRODUCT_UNSPECIFIED)
                        .setCustomerId(text(legacy.customerId()))
                        .setCustomerName(text(legacy.customerName()))
                        .setReason(text(legacy.reason()))
                        .setState(state(text(legacy.state())))
                        .setPath(
                                "supporters".equals(legacy.state())
                                        ? DispatchPath.DISPATCH_PATH_SUPPORTERS
                                        : DispatchPath.DISPATCH_PATH_GENERAL)
                        .setDriverId(text(legacy.driverId()));
        if (legacy.origin() != null) {
            call.setOrigin(legacy.origin().place());
        }
        if (legacy.destination() != null) {
            call.setDestination(legacy.destination().place());
        }
        if (legacy.stopover() != null) {
            call.setStopover(legacy.stopover().place());
        }
        if (legacy.fare() != null) {
            call.setFare(
                    Money.newBuilder()
                            .setAmount(legacy.fare().amount())
                            .setCurrency(text(legacy.fare().currency())));
        }
        if (legacy.distanceMeters() != null) {
            call.setDistanceMeters(legacy.distanceMeters());
        }
        if (legacy.requestedAt() != null) {
            call.setCreateTime(Timestamps.of(legacy.requestedAt()));
        }
        return call.build();
    }

    /** A state that we do not know is none: nobody counts as having accepted it. */
    private static CallState state(String state) {
        return switch (state) {
            case "offered" -> CallState.CALL_STATE_GENERAL;
            // the legacy system hears of a supporters' call when its driver has accepted
            case "taken", "supporters" -> CallState.CALL_STATE_ACCEPTED;
            case "arrived" -> CallState.CALL_STATE_ARRIVED;
            case "picked_up" -> CallState.CALL_STATE_DRIVING;
            case "completed" -> CallState.CALL_STATE_COMPLETED;
            case "cancelled" -> CallState.CALL_STATE_CANCELLED;
            case "unserved" -> CallState.CALL_STATE_FAILED;
            default -> CallState.CALL_STATE_UNSPECIFIED;
        };
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
