package dev.supporters.activity.abuse;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.dispatch.abuse.CallCounts;
import dev.supporters.dispatch.abuse.DriverNight;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveChanged;
import dev.supporters.proto.move.v1.MoveKind;
import dev.supporters.proto.move.v1.MoveState;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the topics say of the shifts that are not judged yet, in memory. May be used by several threads. */
@ApplicationScoped
public class CollectedFacts {

    private final DemandCells cells = new DemandCells();
    private final Map<WorkId, ShiftFacts> shifts = new HashMap<>();
    private final Map<CallId, KnownCall> calls = new HashMap<>();

    private record KnownCall(Product product, long cell, int meters, Instant requested) {}

    public synchronized void apply(WorkStep step) {
        shift(step.workId(), step.driverId()).step(step);
    }

    public synchronized void apply(ActivityEvent event) {
        shift(WorkId.of(event), new DriverId(event.getDriverId()))
                .engagement(event.getCommandId())
                .apply(event);
    }

    /** What belongs to no shift is left out. */
    public synchronized void apply(LocationEvent event) {
        if (event.getWorkId().isEmpty()) {
            return;
        }
        ShiftFacts shift =
                shift(WorkId.ofStored(event.getWorkId()), new DriverId(event.getDriverId()));
        Instant time = Timestamps.instant(event.getEventTime());
        switch (event.getEventCase()) {
            case REPORTED -> shift.position(Position.of(event.getReported().getLocation()), time);
            case UNREACHABLE -> shift.reachable(false, time);
            case REACHABLE -> shift.reachable(true, time);
            case EVENT_NOT_SET -> {}
        }
    }

    /** A call was requested. */
    public synchronized void requested(CallEvent event) {
        Place.of(event.getRequested().getOrigin())
                .position()
                .ifPresent(origin ->
                        calls.put(
                                new CallId(event.getCallId()),
                                new KnownCall(
                                        event.getProduct(),
                                        cells.cell(origin),
                                        event.getRequested().getDistanceMeters(),
                                        Timestamps.instant(event.getEventTime()))));
    }

    /** Who lets a move expire has not followed it; one that is superseded was answered by nobody. */
    public synchronized void apply(MoveChanged changed, Instant time) {
        var move = changed.getMove();
        if (changed.getWorkId().isEmpty() || move.getKind() == MoveKind.MOVE_KIND_REST) {
            return;
        }
        ShiftFacts shift =
                shift(WorkId.ofStored(changed.getWorkId()), new DriverId(move.getDriverId()));
        MoveState state = move.getState();
        switch (state) {
            case MOVE_STATE_ACCEPTED, MOVE_STATE_ARRIVED ->
                    shift.move(move.getMoveId(), false, time);
            case MOVE_STATE_DECLINED, MOVE_STATE_EXPIRED ->
                    shift.move(move.getMoveId(), true, time);
            case MOVE_STATE_PROPOSED,
                    MOVE_STATE_SUPERSEDED,
                    MOVE_STATE_UNSPECIFIED,
                    UNRECOGNIZED -> {}
        }
    }

    private ShiftFacts shift(WorkId workId, DriverId driverId) {
        return shifts.computeIfAbsent(workId, id -> new ShiftFacts(driverId));
    }

    /** The nights of which there are shifts. A shift whose begin was not read belongs to none. */
    public synchronized Set<NightKey> nights() {
        return shifts.entrySet().stream()
                .flatMap(shift ->
                        shift.getValue().first().stream().map(step -> key(shift.getKey(), step)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All drivers of a night, by id. */
    public synchronized List<DriverNight> drivers(NightKey night, Instant now) {
        return shifts.entrySet().stream()
                .filter(shift ->
                        shift.getValue()
                                .first()
                                .filter(step -> key(shift.getKey(), step).equals(night))
                                .isPresent())
                .map(shift -> shift.getValue().night(cells, this::meters, now))
                .sorted((one, other) -> one.driverId().compareTo(other.driverId()))
                .toList();
    }

    private int meters(CallId callId) {
        KnownCall call = calls.get(callId);
        return call == null ? 0 : call.meters();
    }

    /** The product's calls from the window's begin on; cells of other regions do no harm. */
    public synchronized CallCounts calls(NightKey night, Instant windowBegin, Instant windowEnd) {
        CallCounts counts = new CallCounts(windowBegin, cells::withNeighbours);
        calls.values().stream()
                .filter(call ->
                        call.product() == night.product()
                                && !call.requested().isBefore(windowBegin)
                                && call.requested().isBefore(windowEnd))
                .forEach(call -> counts.add(call.cell(), call.requested()));
        return counts;
    }

    /** Drops the shifts of a night. */
    public synchronized void forget(NightKey night) {
        shifts.entrySet()
                .removeIf(shift ->
                        shift.getValue()
                                .first()
                                .filter(step -> key(shift.getKey(), step).equals(night))
                                .isPresent());
    }

    /** Drops shifts of business dates before this one, and calls that were requested before a time. */
    public synchronized void forgetBefore(LocalDate businessDate, Instant requested) {
        shifts.keySet().removeIf(workId -> workId.businessDate().isBefore(businessDate));
        calls.values().removeIf(call -> call.requested().isBefore(requested));
    }

    private static NightKey key(WorkId workId, WorkStep step) {
        return new NightKey(step.product(), step.region(), workId.businessDate());
    }
}
