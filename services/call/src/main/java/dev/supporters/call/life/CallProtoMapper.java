package dev.supporters.call.life;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Assignee.Ride;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.call.v1.FollowUpKind;
import dev.supporters.proto.call.v1.FollowUpState;
import dev.supporters.proto.common.v1.DispatchPath;

/** Calls as messages. */
public final class CallProtoMapper {

    private CallProtoMapper() {}

    public static dev.supporters.proto.call.v1.Call toProto(Versioned<Call> versioned) {
        Call call = versioned.value();
        CallOrder order = call.order();
        Assignee assignee = call.state().assignee();
        var message =
                dev.supporters.proto.call.v1.Call.newBuilder()
                        .setCallId(order.callId().value())
                        .setProduct(order.product())
                        .setCustomerId(order.customerId())
                        .setCustomerName(order.customerName())
                        .setOrigin(order.origin().toProto())
                        .setDestination(order.destination().toProto())
                        .setFare(order.fare().toProto())
                        .setDistanceMeters(order.distanceMeters())
                        .setState(state(call.state()))
                        .setPath(path(call.path()))
                        .setDriverId(driver(assignee))
                        .setCommandId(call.commandId())
                        .setEtaSeconds(assignee.commandGiven().map(Command::etaSeconds).orElse(0))
                        .setCreateTime(Timestamps.of(order.createTime()))
                        .addAllTags(call.tags())
                        .setReason(call.reason())
                        .setVersion(versioned.version());
        if (order.stopover().given()) {
            message.setStopover(order.stopover().toProto());
        }
        if (order.appLocation().given()) {
            message.setAppLocation(order.appLocation().toProto());
        }
        setTimes(message, call.state());
        call.followUps().all().forEach(followUp -> message.addFollowUps(toProto(followUp)));
        return message.build();
    }

    private static dev.supporters.proto.call.v1.FollowUp toProto(FollowUp followUp) {
        var message =
                dev.supporters.proto.call.v1.FollowUp.newBuilder().setKind(kind(followUp.kind()));
        switch (followUp.status()) {
            case FollowUp.NotTold pending ->
                    message.setState(FollowUpState.FOLLOW_UP_STATE_PENDING)
                            .setAttempts(pending.attempts())
                            .setSinceTime(Timestamps.of(pending.since()))
                            .setDueTime(Timestamps.of(pending.due()));
            case FollowUp.Acknowledged acknowledged ->
                    message.setState(FollowUpState.FOLLOW_UP_STATE_ACKNOWLEDGED)
                            .setSinceTime(Timestamps.of(acknowledged.time()));
            case FollowUp.Parked parked ->
                    message.setState(FollowUpState.FOLLOW_UP_STATE_PARKED)
                            .setAttempts(parked.attempts())
                            .setSinceTime(Timestamps.of(parked.since()))
                            .setReason(parked.reason());
        }
        return message.build();
    }

    private static FollowUpKind kind(FollowUp.Kind kind) {
        return switch (kind) {
            case HAND_OVER -> FollowUpKind.FOLLOW_UP_KIND_HAND_OVER;
            case TAKE_BACK -> FollowUpKind.FOLLOW_UP_KIND_TAKE_BACK;
            case CLOSE -> FollowUpKind.FOLLOW_UP_KIND_CLOSE;
        };
    }

    static String driver(Assignee assignee) {
        return assignee.driver().map(DriverId::value).orElse("");
    }

    static DispatchPath path(Call.DispatchPath path) {
        return switch (path) {
            case UNDECIDED -> DispatchPath.DISPATCH_PATH_UNSPECIFIED;
            case SUPPORTERS -> DispatchPath.DISPATCH_PATH_SUPPORTERS;
            case GENERAL -> DispatchPath.DISPATCH_PATH_GENERAL;
        };
    }

    static dev.supporters.proto.call.v1.CallState state(CallState state) {
        return switch (state.kind()) {
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
            case CallState.Requested s ->
                    s.hold()
                            .ifPresent(hold ->
                                    message.setWaitingSince(Timestamps.of(hold.since()))
                                            .setHoldUntilTime(Timestamps.of(hold.until())));
            case CallState.Commanded s -> {}
            case CallState.General s -> {}
            case CallState.Accepted s -> {}
            case CallState.Arrived s -> {}
            case CallState.Driving s -> {}
        }
    }
}
