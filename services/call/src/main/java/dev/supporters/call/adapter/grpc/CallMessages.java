package dev.supporters.call.adapter.grpc;

import dev.supporters.call.life.Assignee.Ride;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.Fare;
import dev.supporters.call.life.Order;
import dev.supporters.call.life.Path;
import dev.supporters.call.life.Place;
import dev.supporters.call.life.Stage;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.Money;

/** Calls as messages. */
public final class CallMessages {

    private CallMessages() {}

    public static dev.supporters.proto.call.v1.Call call(Versioned<Call> versioned) {
        Call call = versioned.value();
        Order order = call.order();
        var message =
                dev.supporters.proto.call.v1.Call.newBuilder()
                        .setCallId(order.callId())
                        .setProduct(order.product())
                        .setCustomerId(order.customerId())
                        .setCustomerName(order.customerName())
                        .setOrigin(place(order.origin()))
                        .setDestination(place(order.destination()))
                        .setFare(fare(order.fare()))
                        .setDistanceMeters(order.distanceMeters())
                        .setState(state(call.state()))
                        .setPath(path(call.path()))
                        .setDriverId(call.state().assignee().driver())
                        .setCommandId(call.commandId())
                        .setEtaSeconds(call.state().assignee().eta())
                        .setCreateTime(Timestamps.of(order.createTime()))
                        .addAllTags(call.tags())
                        .setReason(call.reason())
                        .setVersion(versioned.version());
        if (order.stopover().given()) {
            message.setStopover(place(order.stopover()));
        }
        if (order.appLocation().given()) {
            message.setAppLocation(place(order.appLocation()));
        }
        setTimes(message, call.state());
        return message.build();
    }

    public static dev.supporters.proto.common.v1.Place place(Place place) {
        return dev.supporters.proto.common.v1.Place.newBuilder()
                .setLat(place.lat())
                .setLng(place.lng())
                .setPoi(place.poi())
                .setAddress(place.address())
                .build();
    }

    public static Money fare(Fare fare) {
        return Money.newBuilder().setAmount(fare.amount()).setCurrency(fare.currency()).build();
    }

    public static DispatchPath path(Path path) {
        return switch (path) {
            case UNDECIDED -> DispatchPath.DISPATCH_PATH_UNSPECIFIED;
            case SUPPORTERS -> DispatchPath.DISPATCH_PATH_SUPPORTERS;
            case GENERAL -> DispatchPath.DISPATCH_PATH_GENERAL;
        };
    }

    public static dev.supporters.proto.call.v1.CallState state(CallState state) {
        return switch (Stage.of(state)) {
            case REQUESTED -> dev.supporters.proto.call.v1.CallState.CALL_STATE_REQUESTED;
            case COMMANDED -> dev.supporters.proto.call.v1.CallState.CALL_STATE_COMMANDED;
            case GENERAL -> dev.supporters.proto.call.v1.CallState.CALL_STATE_GENERAL;
            case ACCEPTED -> dev.supporters.proto.call.v1.CallState.CALL_STATE_ACCEPTED;
            case ARRIVED -> dev.supporters.proto.call.v1.CallState.CALL_STATE_ARRIVED;
            case DRIVING -> dev.supporters.proto.call.v1.CallState.CALL_STATE_DRIVING;
            case COMPLETED -> dev.supporters.proto.call.v1.CallState.CALL_STATE_COMPLETED;
            case CANCELLED -> dev.supporters.proto.call.v1.CallState.CALL_STATE_CANCELLED;
            case FAILED -> dev.supporters.proto.call.v1.CallState.CALL_STATE_FAILED;
        };
    }

    private static void setTimes(
            dev.supporters.proto.call.v1.Call.Builder message, CallState state) {
        if (state.assignee() instanceof Ride ride) {
            message.setDispatchTime(Timestamps.of(ride.dispatchTime()));
        }
        switch (state) {
            case CallState.Completed s -> message.setEndTime(Timestamps.of(s.endTime()));
            case CallState.Cancelled s -> message.setEndTime(Timestamps.of(s.endTime()));
            case CallState.Failed s -> message.setEndTime(Timestamps.of(s.endTime()));
            case CallState.Requested s -> {}
            case CallState.Commanded s -> {}
            case CallState.General s -> {}
            case CallState.Accepted s -> {}
            case CallState.Arrived s -> {}
            case CallState.Driving s -> {}
        }
    }
}
