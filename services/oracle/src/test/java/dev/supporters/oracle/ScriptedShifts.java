package dev.supporters.oracle;

import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.events.location.v1.DriverReachable;
import dev.supporters.proto.events.location.v1.DriverUnreachable;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveChanged;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.proto.events.work.v1.WorkEnded;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.work.v1.WorkRested;
import dev.supporters.proto.events.work.v1.WorkResumed;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveState;

/** Events about a driver's shifts, the moves in them, and when the driver was unreachable. */
final class ScriptedShifts {

    private final ScriptedEvents events;

    ScriptedShifts(ScriptedEvents events) {
        this.events = events;
    }

    void begun(String workId, String driverId, int at) {
        work(WorkEvent.newBuilder().setBegun(WorkBegun.getDefaultInstance()), workId, driverId, at);
    }

    void rested(String workId, String driverId, int at) {
        work(
                WorkEvent.newBuilder().setRested(WorkRested.getDefaultInstance()),
                workId,
                driverId,
                at);
    }

    void resumed(String workId, String driverId, int at) {
        work(
                WorkEvent.newBuilder().setResumed(WorkResumed.getDefaultInstance()),
                workId,
                driverId,
                at);
    }

    void endedWork(String workId, String driverId, int at) {
        work(WorkEvent.newBuilder().setEnded(WorkEnded.getDefaultInstance()), workId, driverId, at);
    }

    void unreachable(String workId, int from, int to) {
        LocationEvent.Builder event = LocationEvent.newBuilder().setWorkId(workId);
        events.add(
                EventLog.LOCATIONS,
                event.setUnreachable(DriverUnreachable.getDefaultInstance())
                        .setEventTime(ScriptedEvents.time(from))
                        .build());
        events.add(
                EventLog.LOCATIONS,
                event.setReachable(DriverReachable.getDefaultInstance())
                        .setEventTime(ScriptedEvents.time(to))
                        .build());
    }

    void moved(String workId, String driverId, String moveId, MoveState state, int at) {
        Place there = Place.newBuilder().setPoi("Gangnam Station").build();
        moved(workId, move(driverId, moveId, state).setDestination(there), moveId, at);
    }

    /** Advice to rest is a move without a destination. */
    void advised(String workId, String driverId, String moveId, MoveState state, int at) {
        moved(workId, move(driverId, moveId, state), moveId, at);
    }

    private static Move.Builder move(String driverId, String moveId, MoveState state) {
        return Move.newBuilder().setMoveId(moveId).setDriverId(driverId).setState(state);
    }

    private void moved(String workId, Move.Builder move, String moveId, int at) {
        events.add(
                EventLog.MOVES,
                MoveEvent.newBuilder()
                        .setEventTime(ScriptedEvents.time(at))
                        .setChanged(
                                MoveChanged.newBuilder()
                                        .setWorkId(workId)
                                        .setMove(move.setVersion(events.next(moveId))))
                        .build());
    }

    private void work(WorkEvent.Builder event, String workId, String driverId, int at) {
        events.add(
                EventLog.WORK,
                event.setWorkId(workId)
                        .setDriverId(driverId)
                        .setVersion(events.next(workId))
                        .setBusinessDate("2026-11-20")
                        .setEventTime(ScriptedEvents.time(at))
                        .build());
    }
}
