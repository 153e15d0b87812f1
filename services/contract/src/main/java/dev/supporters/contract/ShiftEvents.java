package dev.supporters.contract;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.settlement.v1.TimeClass;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All events of one shift, in any order, and what they come to. It is calculated from the events alone, and in another way than the
 * ledger calculates it, so that the two prove each other.
 */
public record ShiftEvents(
        List<WorkEvent> work,
        List<ActivityEvent> activity,
        List<LocationEvent> reachability,
        List<MoveEvent> moves) {

    public ShiftEvents {
        work = List.copyOf(work);
        activity = List.copyOf(activity);
        reachability = List.copyOf(reachability);
        moves = List.copyOf(moves);
    }

    public Optional<WorkEvent> begun() {
        return work.stream().filter(WorkEvent::hasBegun).findFirst();
    }

    public Optional<Instant> end() {
        return work.stream()
                .filter(WorkEvent::hasEnded)
                .map(event -> Timestamps.instant(event.getEventTime()))
                .findFirst();
    }

    /** Whether the shift has ended and each of its events follows the one that it names. */
    public boolean complete() {
        List<WorkEvent> ordered =
                work.stream().sorted(Comparator.comparingLong(WorkEvent::getVersion)).toList();
        long before = 0;
        for (WorkEvent event : ordered) {
            boolean follows = event.getVersion() == before || previous(event) == before;
            if (!follows) {
                return false;
            }
            before = event.getVersion();
        }
        return end().isPresent();
    }

    /**
     * Whole seconds by class, without the classes that have none.
     *
     * @param now until when a shift is counted that has not ended
     */
    public Optional<Map<TimeClass, Long>> seconds(Instant now) {
        return begun().map(begun ->
                PaintedSeconds.of(
                        this, Timestamps.instant(begun.getEventTime()), end().orElse(now)));
    }

    /** Events of older versions do not name it; theirs are consecutive. */
    private static long previous(WorkEvent event) {
        return event.getPreviousVersion() > 0 ? event.getPreviousVersion() : event.getVersion() - 1;
    }
}
