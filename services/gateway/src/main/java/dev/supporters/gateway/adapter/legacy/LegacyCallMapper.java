package dev.supporters.gateway.adapter.legacy;

import dev.supporters.contract.Money;
import dev.supporters.contract.Place;
import dev.supporters.contract.Products;
import dev.supporters.contract.legacy.LegacyCall;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.util.List;

/** Calls of the legacy system's API, and of ours. */
final class LegacyCallMapper {

    private LegacyCallMapper() {}

    /** A call that the service `call` may not know. */
    static LegacyCall.Submission unregistered(Call call) {
        return new LegacyCall.Submission(
                call.getCallId(),
                false,
                new LegacyCall.Details(
                        Products.name(call.getProduct()),
                        call.getCustomerId(),
                        call.getCustomerName(),
                        Place.of(call.getOrigin()),
                        Place.of(call.getDestination()),
                        Place.of(call.getStopover()),
                        Money.of(call.getFare()),
                        call.getDistanceMeters(),
                        call.getReason(),
                        Timestamps.instant(call.getCreateTime())),
                List.of());
    }

    static Call call(LegacyCall legacy) {
        LegacyCall.Details details = legacy.details();
        Call.Builder call =
                Call.newBuilder()
                        .setCallId(legacy.callId())
                        .setProduct(product(details.product()))
                        .setCustomerId(details.customerId())
                        .setCustomerName(details.customerName())
                        .setDistanceMeters(details.distanceMeters())
                        .setReason(details.reason())
                        .setState(state(legacy.state()))
                        .setPath(path(legacy.state()))
                        .setDriverId(legacy.driverId());
        if (details.origin().given()) {
            call.setOrigin(details.origin().toProto());
        }
        if (details.destination().given()) {
            call.setDestination(details.destination().toProto());
        }
        if (details.stopover().given()) {
            call.setStopover(details.stopover().toProto());
        }
        if (!details.fare().currency().isEmpty()) {
            call.setFare(details.fare().toProto());
        }
        if (details.requestedAt().isAfter(Instant.EPOCH)) {
            call.setCreateTime(Timestamps.of(details.requestedAt()));
        }
        return call.build();
    }

    private static Product product(String name) {
        return "DRIVER".equals(name) ? Product.PRODUCT_DRIVER : Product.PRODUCT_UNSPECIFIED;
    }

    private static DispatchPath path(String state) {
        return "supporters".equals(state)
                ? DispatchPath.DISPATCH_PATH_SUPPORTERS
                : DispatchPath.DISPATCH_PATH_GENERAL;
    }

    /** A state that we do not know is unspecified, so that nobody counts as having accepted the call. */
    private static CallState state(String state) {
        return switch (state) {
            case "offered" -> CallState.CALL_STATE_GENERAL;
            // the legacy system is told of a supporters' call when its driver has accepted
            case "taken", "supporters" -> CallState.CALL_STATE_ACCEPTED;
            case "arrived" -> CallState.CALL_STATE_ARRIVED;
            case "picked_up" -> CallState.CALL_STATE_DRIVING;
            case "completed" -> CallState.CALL_STATE_COMPLETED;
            case "cancelled" -> CallState.CALL_STATE_CANCELLED;
            case "unserved" -> CallState.CALL_STATE_FAILED;
            default -> CallState.CALL_STATE_UNSPECIFIED;
        };
    }
}
