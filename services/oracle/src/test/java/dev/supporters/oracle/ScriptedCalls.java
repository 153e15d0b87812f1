package dev.supporters.oracle;

import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.events.call.v1.CallEnded;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.call.v1.CallProgressed;
import dev.supporters.proto.events.call.v1.CallRequested;
import dev.supporters.proto.events.call.v1.CallSentToGeneral;

/** Events of the call service. */
final class ScriptedCalls {

    private final ScriptedEvents events;

    ScriptedCalls(ScriptedEvents events) {
        this.events = events;
    }

    void requested(String callId, int at) {
        call(CallEvent.newBuilder().setRequested(CallRequested.getDefaultInstance()), callId, at);
    }

    void sentToGeneral(String callId, String reason, int at, int written) {
        call(
                CallEvent.newBuilder()
                        .setSentToGeneral(CallSentToGeneral.newBuilder().setReason(reason)),
                callId,
                at,
                written);
    }

    void progressed(String callId, CallState state, DispatchPath path, int at) {
        call(
                CallEvent.newBuilder()
                        .setState(state)
                        .setProgressed(CallProgressed.newBuilder().setPath(path)),
                callId,
                at);
    }

    void ended(String callId, CallState state, DispatchPath path, int at) {
        call(
                CallEvent.newBuilder()
                        .setState(state)
                        .setEnded(CallEnded.newBuilder().setPath(path)),
                callId,
                at);
    }

    private void call(CallEvent.Builder event, String callId, int at) {
        call(event, callId, at, at);
    }

    private void call(CallEvent.Builder event, String callId, int at, int written) {
        events.add(
                EventLog.CALLS,
                event.setCallId(callId)
                        .setVersion(events.next("call " + callId))
                        .setEventTime(ScriptedEvents.time(at))
                        .build(),
                written);
    }
}
