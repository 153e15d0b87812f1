package dev.supporters.mlgateway.adapter.kafka;

import dev.supporters.contract.ActiveZones;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkStep;
import dev.supporters.mlgateway.forecast.ObservedCalls;
import dev.supporters.mlgateway.moves.FleetProjection;
import dev.supporters.mlgateway.moves.ZonesInForce;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.zone.v1.ZoneEvent;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;

/** Applies events to what is in memory. */
@ApplicationScoped
class PlanningProjection {

    private static final String UNKNOWN = "unknown";

    private final ObservedCalls calls;
    private final FleetProjection fleet;
    private final ZonesInForce zones;
    private final Events events;

    PlanningProjection(
            ObservedCalls calls, FleetProjection fleet, ZonesInForce zones, Events events) {
        this.calls = calls;
        this.fleet = fleet;
        this.zones = zones;
        this.events = events;
    }

    void apply(CallEvent event) {
        CallId callId = new CallId(event.getCallId());
        switch (event.getEventCase()) {
            case REQUESTED -> requested(callId, event);
            case PROGRESSED -> {
                if (event.getProgressed().hasDestinationArea()) {
                    fleet.heads(
                            callId,
                            Position.of(event.getProgressed().getDestinationArea()),
                            Timestamps.instant(event.getEventTime()));
                }
            }
            case ENDED, SENT_TO_GENERAL -> fleet.ended(callId);
            case ASSIGNED -> {}
            case EVENT_NOT_SET -> events.skipped(Topics.CALLS, UNKNOWN);
        }
    }

    private void requested(CallId callId, CallEvent event) {
        Place.of(event.getRequested().getOrigin())
                .position()
                .ifPresent(position ->
                        calls.requested(
                                callId,
                                event.getProduct(),
                                position,
                                Timestamps.instant(event.getEventTime())));
    }

    void apply(WorkEvent event) {
        Optional<WorkStep> step = WorkStep.read(event);
        if (step.isEmpty()) {
            events.skipped(Topics.WORK, UNKNOWN);
        } else if (event.hasBegun()) {
            WorkBegun begun = event.getBegun();
            fleet.begun(
                    step.get(),
                    Timestamps.instant(begun.getWindowEndTime()),
                    begun.hasLocation()
                            ? Optional.of(Position.of(begun.getLocation()))
                            : Optional.empty());
        } else {
            fleet.next(step.get());
        }
    }

    void apply(ActivityEvent event) {
        EngagementStep.read(event)
                .ifPresentOrElse(fleet::engaged, () -> events.skipped(Topics.ACTIVITY, UNKNOWN));
    }

    void apply(LocationEvent event) {
        DriverId driverId = new DriverId(event.getDriverId());
        Instant time = Timestamps.instant(event.getEventTime());
        switch (event.getEventCase()) {
            case REPORTED ->
                    fleet.located(driverId, Position.of(event.getReported().getLocation()), time);
            case UNREACHABLE -> fleet.unreachable(driverId, time);
            // the position that made the driver reachable is an event of its own
            case REACHABLE -> {}
            case EVENT_NOT_SET -> events.skipped(Topics.LOCATIONS, UNKNOWN);
        }
    }

    void apply(MoveEvent event) {
        switch (event.getEventCase()) {
            case CHANGED ->
                    fleet.moved(
                            event.getChanged().getMove(), Timestamps.instant(event.getEventTime()));
            case EVENT_NOT_SET -> events.skipped(Topics.MOVES, UNKNOWN);
        }
    }

    void apply(ZoneEvent event) {
        switch (event.getEventCase()) {
            case PLANNED -> zones.put(ActiveZones.of(event.getPlanned().getZones()));
            case EVENT_NOT_SET -> events.skipped(Topics.ZONES, UNKNOWN);
        }
    }

    /** Forgets what no night needs any more. */
    void forget(Instant callsBefore, Instant shiftsBefore) {
        calls.forget(callsBefore);
        fleet.forget(shiftsBefore);
    }
}
