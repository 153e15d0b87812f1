package dev.supporters.insight.moment;

import dev.supporters.contract.Position;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.proto.events.work.v1.WorkEvent;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What became of the shifts of the last nights, in memory. */
@ApplicationScoped
public class ShiftLogs {

    private final Map<WorkId, ShiftLog> logs = new ConcurrentHashMap<>();

    /** Passes over an event of a kind that this version does not know. */
    public void apply(WorkEvent event) {
        WorkStep.read(event)
                .ifPresent(step ->
                        logs.compute(
                                step.workId(),
                                (id, log) ->
                                        next(log == null ? ShiftLog.NOTHING : log, step, event)));
    }

    Collection<ShiftLog> all() {
        return List.copyOf(logs.values());
    }

    /** Forgets those of which nothing was heard since. */
    void forget(Instant before) {
        logs.values().removeIf(log -> log.newest().isBefore(before));
    }

    private static ShiftLog next(ShiftLog log, WorkStep step, WorkEvent event) {
        ShiftLog next = log.with(step);
        return event.hasBegun() && event.getBegun().hasLocation()
                ? next.begunAt(Position.of(event.getBegun().getLocation()))
                : next;
    }
}
