package dev.supporters.commander.slot;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.RefusalReason;
import dev.supporters.proto.events.activity.v1.ActionName;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.events.activity.v1.CallArrived;
import dev.supporters.proto.events.activity.v1.CallCancelled;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.activity.v1.CallCompleted;
import dev.supporters.proto.events.activity.v1.CallPickedUp;
import dev.supporters.proto.events.activity.v1.CallRefused;

import java.time.Instant;

/** The events of the activity topic. */
final class ActivityEvents {

    private ActivityEvents() {}

    static Event commanded(Command command, long version) {
        CallCommanded commanded =
                CallCommanded.newBuilder()
                        .setOrigin(command.origin().withoutTexts().toProto())
                        .setFare(command.fare().toProto())
                        .setEtaSeconds(command.etaSeconds())
                        .setDeadlineTime(Timestamps.of(command.deadlineTime()))
                        .build();
        return event(
                "commanded",
                of(command, command.createTime(), version)
                        .setActionName(ActionName.ACTION_NAME_CALL_COMMANDED)
                        .setCommanded(commanded));
    }

    static Event accepted(Command command, boolean bySilence, Instant now, long version) {
        return event(
                "accepted",
                of(command, now, version)
                        .setActionName(ActionName.ACTION_NAME_CALL_ACCEPTED)
                        .setAccepted(CallAccepted.newBuilder().setBySilence(bySilence)));
    }

    static Event refused(Command command, RefusalReason reason, Instant now, long version) {
        return event(
                "refused",
                of(command, now, version)
                        .setActionName(ActionName.ACTION_NAME_CALL_REFUSED)
                        .setRefused(
                                CallRefused.newBuilder()
                                        .setReason(reason)
                                        .setConsequence(command.onRefusal())));
    }

    static Event arrived(Command command, Instant now, long version) {
        return event(
                "arrived",
                of(command, now, version)
                        .setActionName(ActionName.ACTION_NAME_CALL_ARRIVED)
                        .setArrived(CallArrived.getDefaultInstance()));
    }

    static Event pickedUp(Command command, Instant now, long version) {
        return event(
                "picked_up",
                of(command, now, version)
                        .setActionName(ActionName.ACTION_NAME_CALL_PICKED_UP)
                        .setPickedUp(CallPickedUp.getDefaultInstance()));
    }

    static Event completed(Command command, Instant now, long version) {
        return event(
                "completed",
                of(command, now, version)
                        .setActionName(ActionName.ACTION_NAME_CALL_COMPLETED)
                        .setCompleted(CallCompleted.getDefaultInstance()));
    }

    static Event cancelled(
            Command command,
            CancellationReason reason,
            boolean afterAcceptance,
            Instant now,
            long version) {
        return event(
                "cancelled",
                of(command, now, version)
                        .setActionName(ActionName.ACTION_NAME_CALL_CANCELLED)
                        .setCancelled(
                                CallCancelled.newBuilder()
                                        .setReason(reason)
                                        .setAfterAcceptance(afterAcceptance)));
    }

    private static ActivityEvent.Builder of(Command command, Instant now, long version) {
        return ActivityEvent.newBuilder()
                .setDriverId(command.driverId().value())
                .setCallId(command.callId().value())
                .setCommandId(command.commandId())
                .setProduct(command.product())
                .setWorkId(command.workId().value())
                .setBusinessDate(command.workId().businessDate().toString())
                .setVersion(version)
                .setEventTime(Timestamps.of(now));
    }

    private static Event event(String what, ActivityEvent.Builder payload) {
        return new Event(
                Topics.ACTIVITY,
                payload.getDriverId(),
                "supporters.activity." + what + ".v1",
                payload.build());
    }
}
