package dev.supporters.commander.adapter.grpc;

import dev.supporters.commander.slot.AssignmentOrder;
import dev.supporters.commander.slot.AssignmentOrder.CommandCandidate;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.CommandKey;
import dev.supporters.commander.slot.DriveRule;
import dev.supporters.commander.slot.DriverRefusal;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.StepRule;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Money;
import dev.supporters.contract.Place;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.commander.v1.AssignRequest;
import dev.supporters.proto.commander.v1.DriveStep;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.commander.v1.EngagementState;
import dev.supporters.proto.commander.v1.Refuse;
import dev.supporters.proto.commander.v1.RespondRequest;
import dev.supporters.proto.commander.v1.StepDoubt;
import dev.supporters.proto.common.v1.Product;

import java.util.Optional;

/** Requests as values, and slots and commands as messages. */
final class EngagementProtoMapper {

    private EngagementProtoMapper() {}

    static AssignmentOrder order(AssignRequest request) {
        return new AssignmentOrder(
                new CallId(request.getCallId()),
                request.getProduct(),
                request.getCandidatesList().stream()
                        .map(candidate ->
                                new CommandCandidate(
                                        new DriverId(candidate.getDriverId()),
                                        candidate.getEtaSeconds()))
                        .toList(),
                Place.of(request.getOrigin()),
                Money.of(request.getFare()),
                Timestamps.duration(request.getVeto()),
                request.getOnRefusal());
    }

    static CommandKey key(RespondRequest request) {
        return CommandKey.of(request.getCommandId(), request.getCallId());
    }

    static DriverRefusal refusal(Refuse refuse) {
        return new DriverRefusal(refuse.getReason(), refuse.getComment());
    }

    static DriveRule.DriveStep step(DriveStep step) {
        return switch (step) {
            case DRIVE_STEP_ARRIVED -> DriveRule.DriveStep.ARRIVED;
            case DRIVE_STEP_PICKED_UP -> DriveRule.DriveStep.PICKED_UP;
            case DRIVE_STEP_COMPLETED -> DriveRule.DriveStep.COMPLETED;
            case DRIVE_STEP_UNSPECIFIED, UNRECOGNIZED ->
                    throw Refusal.invalid("step", step, "a step");
        };
    }

    static StepDoubt doubt(Optional<StepRule.Doubt> doubt) {
        return doubt.map(found ->
                        switch (found) {
                            case FAR_FROM_CUSTOMER -> StepDoubt.STEP_DOUBT_FAR_FROM_CUSTOMER;
                            case NOT_DRIVEN -> StepDoubt.STEP_DOUBT_NOT_DRIVEN;
                        })
                .orElse(StepDoubt.STEP_DOUBT_UNSPECIFIED);
    }

    static Engagement engagement(Versioned<Slot> versioned) {
        Slot slot = versioned.value();
        Engagement.Builder engagement =
                Engagement.newBuilder()
                        .setDriverId(slot.driverId().value())
                        .setProduct(
                                slot.shift()
                                        .map(shift -> shift.product())
                                        .orElse(Product.PRODUCT_UNSPECIFIED))
                        .setState(state(slot))
                        .setVersion(versioned.version())
                        .setNotAMember(slot.leftTheGroup());
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
                .setOrigin(command.origin().toProto())
                .setFare(command.fare().toProto())
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
