package dev.supporters.gateway.adapter.kafka;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkStep;
import dev.supporters.gateway.fleet.Fleet;
import dev.supporters.gateway.fleet.MoveTarget;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveKind;
import dev.supporters.proto.move.v1.MoveState;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Applies events to the fleet in memory. Events of different drivers may come at the same time. */
@ApplicationScoped
class FleetEventReader {

    private static final Set<MoveState> LIVE =
            Set.of(MoveState.MOVE_STATE_PROPOSED, MoveState.MOVE_STATE_ACCEPTED);

    private final Fleet fleet;
    private final Events events;

    FleetEventReader(Fleet fleet, Events events) {
        this.fleet = fleet;
        this.events = events;
    }

    void apply(WorkEvent event) {
        WorkStep.read(event)
                .ifPresentOrElse(
                        step -> {
                            fleet.shift(step);
                            if (event.getBegun().hasLocation()) {
                                fleet.located(
                                        step.driverId(),
                                        Position.of(event.getBegun().getLocation()),
                                        step.time());
                            }
                        },
                        () -> events.skipped(Topics.WORK, "unknown"));
    }

    void apply(ActivityEvent event) {
        EngagementStep.read(event)
                .ifPresentOrElse(
                        fleet::engagement, () -> events.skipped(Topics.ACTIVITY, "unknown"));
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
            case EVENT_NOT_SET -> events.skipped(Topics.LOCATIONS, "unknown");
        }
    }

    void apply(MoveEvent event) {
        switch (event.getEventCase()) {
            case CHANGED -> moved(event.getChanged().getMove());
            case EVENT_NOT_SET -> events.skipped(Topics.MOVES, "unknown");
        }
    }

    /** Advice to rest leads nowhere; moves that were stored before there were kinds lead to a place. */
    private void moved(Move move) {
        boolean live = LIVE.contains(move.getState());
        boolean leads = move.getKind() != MoveKind.MOVE_KIND_REST;
        fleet.move(
                new DriverId(move.getDriverId()),
                new MoveTarget(
                        live && leads
                                ? Place.of(move.getDestination()).position()
                                : Optional.empty(),
                        Timestamps.instant(move.getCreateTime()),
                        move.getVersion(),
                        Timestamps.instant(move.getExpireTime())));
    }
}
