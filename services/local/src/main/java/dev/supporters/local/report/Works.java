package dev.supporters.local.report;

import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One work and all that was said about it. */
public record Works(
        String workId,
        String driverId,
        List<WorkEvent> work,
        List<ActivityEvent> activity,
        List<LocationEvent> reachability,
        List<MoveEvent> moves) {

    /** By work id. */
    public static Collection<Works> of(EventLog log) {
        Map<String, Works> works = new TreeMap<>();
        for (WorkEvent event : log.work()) {
            works.computeIfAbsent(
                            event.getWorkId(),
                            id ->
                                    new Works(
                                            id,
                                            event.getDriverId(),
                                            new ArrayList<>(),
                                            new ArrayList<>(),
                                            new ArrayList<>(),
                                            new ArrayList<>()))
                    .work()
                    .add(event);
        }
        for (ActivityEvent event : log.activity()) {
            Optional.ofNullable(works.get(event.getWorkId()))
                    .ifPresent(work -> work.activity().add(event));
        }
        for (LocationEvent event : log.reachability()) {
            Optional.ofNullable(works.get(event.getWorkId()))
                    .ifPresent(work -> work.reachability().add(event));
        }
        for (MoveEvent event : log.moves()) {
            Optional.ofNullable(works.get(event.getChanged().getWorkId()))
                    .ifPresent(work -> work.moves().add(event));
        }
        return works.values();
    }

    public Optional<Instant> begin() {
        return work.stream()
                .filter(WorkEvent::hasBegun)
                .map(event -> Times.instant(event.getEventTime()))
                .findFirst();
    }

    public Optional<Instant> end() {
        return work.stream()
                .filter(WorkEvent::hasEnded)
                .map(event -> Times.instant(event.getEventTime()))
                .findFirst();
    }

    /** Seconds from begin to end, the last one whole; empty while it has not ended. */
    public Optional<Long> length() {
        return begin().flatMap(from -> end().map(to -> Times.fullSeconds(from, to)));
    }
}
