package dev.supporters.oracle;

import dev.supporters.contract.ShiftEvents;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.settlement.v1.TimeClass;
import dev.supporters.proto.work.v1.WorkEndReason;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One shift and all events about it. */
public record ShiftHistory(
        String workId,
        String driverId,
        List<WorkEvent> workEvents,
        List<ActivityEvent> activity,
        List<LocationEvent> reachability,
        List<MoveEvent> moves) {

    /** Of each shift, in the order of the work ids. */
    public static Collection<ShiftHistory> of(EventLog log) {
        Map<String, ShiftHistory> shifts = new TreeMap<>();
        for (WorkEvent event : log.work()) {
            shifts.computeIfAbsent(
                            event.getWorkId(),
                            id ->
                                    new ShiftHistory(
                                            id,
                                            event.getDriverId(),
                                            new ArrayList<>(),
                                            new ArrayList<>(),
                                            new ArrayList<>(),
                                            new ArrayList<>()))
                    .workEvents()
                    .add(event);
        }
        for (ActivityEvent event : log.activity()) {
            Optional.ofNullable(shifts.get(event.getWorkId()))
                    .ifPresent(shift -> shift.activity().add(event));
        }
        for (LocationEvent event : log.reachability()) {
            Optional.ofNullable(shifts.get(event.getWorkId()))
                    .ifPresent(shift -> shift.reachability().add(event));
        }
        for (MoveEvent event : log.moves()) {
            Optional.ofNullable(shifts.get(event.getChanged().getWorkId()))
                    .ifPresent(shift -> shift.moves().add(event));
        }
        return shifts.values();
    }

    public Optional<Instant> begin() {
        return workEvents.stream()
                .filter(WorkEvent::hasBegun)
                .map(event -> EventTimes.instant(event.getEventTime()))
                .findFirst();
    }

    public Optional<Instant> end() {
        return workEvents.stream()
                .filter(WorkEvent::hasEnded)
                .map(event -> EventTimes.instant(event.getEventTime()))
                .findFirst();
    }

    public boolean endedByOperator() {
        return workEvents.stream()
                .anyMatch(event ->
                        event.getEnded().getReason() == WorkEndReason.WORK_END_REASON_OPERATOR);
    }

    /** Seconds by class, without the classes that have none; empty while the shift has not ended. */
    public Optional<Map<TimeClass, Long>> seconds() {
        return end().flatMap(ended ->
                new ShiftEvents(workEvents, activity, reachability, moves).seconds(ended));
    }

    /** Seconds from begin to end, the last one whole; empty while it has not ended. */
    public Optional<Long> length() {
        return begin().flatMap(from -> end().map(to -> EventTimes.fullSeconds(from, to)));
    }
}
