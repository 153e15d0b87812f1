package dev.supporters.zone.adapter.kafka;

import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.zone.demand.TonightsCalls;
import dev.supporters.zone.demand.TonightsCalls.Outcome;
import dev.supporters.zone.demand.ZoneShifts;

import jakarta.enterprise.context.ApplicationScoped;

/** Applies events to what is in memory. */
@ApplicationScoped
class ZoneProjection {

    private final TonightsCalls calls;
    private final ZoneShifts shifts;
    private final Events events;

    ZoneProjection(TonightsCalls calls, ZoneShifts shifts, Events events) {
        this.calls = calls;
        this.shifts = shifts;
        this.events = events;
    }

    void apply(CallEvent event) {
        switch (event.getEventCase()) {
            case REQUESTED ->
                    Place.of(event.getRequested().getOrigin())
                            .position()
                            .ifPresentOrElse(
                                    origin -> requested(event, origin),
                                    () -> events.skipped(Topics.CALLS, "no origin"));
            case SENT_TO_GENERAL -> calls.ended(event.getCallId(), Outcome.LOST);
            case ENDED -> calls.ended(event.getCallId(), outcome(event));
            case ASSIGNED, PROGRESSED -> {} // under way
            case EVENT_NOT_SET -> events.skipped(Topics.CALLS, "unknown");
        }
    }

    void apply(WorkEvent event) {
        if (!shifts.apply(event)) {
            events.skipped(Topics.WORK, "unknown");
        }
    }

    private void requested(CallEvent event, Position origin) {
        calls.requested(
                event.getCallId(),
                event.getProduct(),
                origin,
                Timestamps.instant(event.getEventTime()));
    }

    private static Outcome outcome(CallEvent event) {
        boolean bySupporter = event.getEnded().getPath() == DispatchPath.DISPATCH_PATH_SUPPORTERS;
        return bySupporter && event.getState() == CallState.CALL_STATE_COMPLETED
                ? Outcome.COMPLETED
                : Outcome.LOST;
    }
}
