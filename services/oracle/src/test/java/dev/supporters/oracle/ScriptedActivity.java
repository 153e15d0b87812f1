package dev.supporters.oracle;

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

/** Events of commander: commands, and the drives that follow them. */
final class ScriptedActivity {

    private final ScriptedEvents events;

    ScriptedActivity(ScriptedEvents events) {
        this.events = events;
    }

    void commanded(String commandId, String callId, String driverId, int at) {
        commanded(commandId, callId, driverId, at, 0);
    }

    void commanded(String commandId, String callId, String driverId, int at, int etaSeconds) {
        activity(
                ActivityEvent.newBuilder()
                        .setActionName(ActionName.ACTION_NAME_CALL_COMMANDED)
                        .setCommanded(CallCommanded.newBuilder().setEtaSeconds(etaSeconds)),
                commandId,
                callId,
                driverId,
                at);
    }

    void accepted(String commandId, String callId, String driverId, int at, boolean bySilence) {
        activity(
                ActivityEvent.newBuilder()
                        .setActionName(ActionName.ACTION_NAME_CALL_ACCEPTED)
                        .setAccepted(CallAccepted.newBuilder().setBySilence(bySilence)),
                commandId,
                callId,
                driverId,
                at);
    }

    void refused(String commandId, String callId, String driverId, int at) {
        activity(
                ActivityEvent.newBuilder()
                        .setActionName(ActionName.ACTION_NAME_CALL_REFUSED)
                        .setRefused(
                                CallRefused.newBuilder()
                                        .setReason(RefusalReason.REFUSAL_REASON_TOO_FAR)),
                commandId,
                callId,
                driverId,
                at);
    }

    void arrived(String commandId, String callId, String driverId, int at) {
        activity(
                ActivityEvent.newBuilder().setArrived(CallArrived.getDefaultInstance()),
                commandId,
                callId,
                driverId,
                at);
    }

    void pickedUp(String commandId, String callId, String driverId, int at) {
        activity(
                ActivityEvent.newBuilder().setPickedUp(CallPickedUp.getDefaultInstance()),
                commandId,
                callId,
                driverId,
                at);
    }

    void completed(String commandId, String callId, String driverId, int at) {
        activity(
                ActivityEvent.newBuilder().setCompleted(CallCompleted.getDefaultInstance()),
                commandId,
                callId,
                driverId,
                at);
    }

    void cancelled(
            String commandId,
            String callId,
            String driverId,
            int at,
            CancellationReason reason,
            boolean accepted) {
        activity(
                ActivityEvent.newBuilder()
                        .setCancelled(
                                CallCancelled.newBuilder()
                                        .setReason(reason)
                                        .setAfterAcceptance(accepted)),
                commandId,
                callId,
                driverId,
                at);
    }

    private void activity(
            ActivityEvent.Builder event, String commandId, String callId, String driverId, int at) {
        events.add(
                EventLog.ACTIVITY,
                event.setCommandId(commandId)
                        .setCallId(callId)
                        .setDriverId(driverId)
                        .setWorkId("work")
                        .setVersion(events.next(driverId))
                        .setEventTime(ScriptedEvents.time(at))
                        .build());
    }
}
