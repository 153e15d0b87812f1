package dev.supporters.insight.moment;

import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.insight.moment.CallLog.Request;
import dev.supporters.insight.moment.CallLog.Step;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.call.v1.CallEvent;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** What became of the calls of the last nights, in memory. */
@ApplicationScoped
public class CallLogs {

    private final Map<String, CallLog> logs = new ConcurrentHashMap<>();

    /** Passes over an event of a kind that this version does not know: it says nothing of a state. */
    public void apply(CallEvent event) {
        Instant time = Timestamps.instant(event.getEventTime());
        Step step = new Step(time, event.getVersion(), event.getState(), event.getDriverId());
        switch (event.getEventCase()) {
            case REQUESTED ->
                    Place.of(event.getRequested().getOrigin())
                            .position()
                            .ifPresent(origin -> change(event, step, new Request(origin, time)));
            case PROGRESSED -> progressed(event, step);
            case ASSIGNED, SENT_TO_GENERAL, ENDED -> change(event, log -> log.with(step));
            case EVENT_NOT_SET -> {}
        }
    }

    Collection<CallLog> all() {
        return List.copyOf(logs.values());
    }

    /** Forgets those of which nothing was heard since. */
    void forget(Instant before) {
        logs.values().removeIf(log -> log.newest().isBefore(before));
    }

    private void change(CallEvent event, Step step, Request request) {
        change(event, log -> log.requested(request).with(step));
    }

    private void progressed(CallEvent event, Step step) {
        change(
                event,
                log -> {
                    CallLog next = log.with(step);
                    return event.getProgressed().hasDestinationArea()
                            ? next.endsAt(Position.of(event.getProgressed().getDestinationArea()))
                            : next;
                });
    }

    private void change(CallEvent event, UnaryOperator<CallLog> more) {
        logs.compute(
                event.getCallId(),
                (id, log) ->
                        more.apply(log == null ? CallLog.nothing(id, event.getProduct()) : log));
    }
}
