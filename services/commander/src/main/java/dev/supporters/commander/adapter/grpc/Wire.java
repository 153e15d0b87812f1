package dev.supporters.commander.adapter.grpc;

import dev.supporters.commander.slot.CallId;
import dev.supporters.commander.slot.Candidate;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.DriveStep;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.slot.Order;
import dev.supporters.commander.slot.Slot;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.commander.v1.AssignRequest;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.EngagementState;

/** Our words and the wire's. */
final class Wire {

    private Wire() {}

    static Order order(AssignRequest request) {
        return new Order(
                new CallId(request.getCallId()),
                request.getProduct(),
                request.getCandidatesList().stream()
                        .map(c -> new Candidate(new DriverId(c.getDriverId()), c.getEtaSeconds()))
                        .toList(),
                request.getOrigin(),
                request.getFare(),
                Timestamps.duration(request.getVeto()),
                request.getOnRefusal());
    }

    static DriveStep step(dev.supporters.proto.commander.v1.DriveStep step) {
        return switch (step) {
            case DRIVE_STEP_ARRIVED -> DriveStep.ARRIVED;
            case DRIVE_STEP_PICKED_UP -> DriveStep.PICKED_UP;
            case DRIVE_STEP_COMPLETED -> DriveStep.COMPLETED;
            case DRIVE_STEP_UNSPECIFIED, UNRECOGNIZED ->
                    throw Refusal.invalid("step", step, "a step");
        };
    }

    static Engagement engagement(Versioned<Slot> versioned) {
        Slot slot = versioned.value();
        Engagement.Builder engagement =
                Engagement.newBuilder()
                        .setDriverId(slot.driverId().value())
                        .setProduct(slot.duty().product())
                        .setState(state(slot))
                        .setVersion(versioned.version());
        if (slot instanceof Slot.Engaged engaged) {
            engagement.setCommand(command(engaged.command()));
        }
        return engagement.build();
    }

    static dev.supporters.proto.commander.v1.Command command(Command command) {
        return dev.supporters.proto.commander.v1.Command.newBuilder()
                .setCommandId(command.commandId())
                .setCallId(command.callId().value())
                .setDriverId(command.driverId().value())
                .setOrigin(command.origin())
                .setFare(command.fare())
                .setEtaSeconds(command.etaSeconds())
                .setCreateTime(Timestamps.of(command.createTime()))
                .setDeadlineTime(Timestamps.of(command.deadlineTime()))
                .setOnRefusal(command.onRefusal())
                .build();
    }

    private static EngagementState state(Slot slot) {
        return switch (slot) {
            case Slot.Off off -> EngagementState.ENGAGEMENT_STATE_OFF;
            case Slot.Free free -> EngagementState.ENGAGEMENT_STATE_FREE;
            case Slot.Paused paused -> EngagementState.ENGAGEMENT_STATE_PAUSED;
            case Slot.Commanded commanded -> EngagementState.ENGAGEMENT_STATE_COMMANDED;
            case Slot.Accepted accepted -> EngagementState.ENGAGEMENT_STATE_ACCEPTED;
            case Slot.Arrived arrived -> EngagementState.ENGAGEMENT_STATE_ARRIVED;
            case Slot.Driving driving -> EngagementState.ENGAGEMENT_STATE_DRIVING;
        };
    }
}
