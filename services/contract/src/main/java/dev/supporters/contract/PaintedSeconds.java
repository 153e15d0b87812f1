package dev.supporters.contract;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveKind;
import dev.supporters.proto.settlement.v1.TimeClass;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The class of each second of a shift: the seconds are painted, class over class, the strongest class last. The second in which something
 * begins belongs to what was before it. A second that has begun counts.
 */
final class PaintedSeconds {

    private final Instant begin;
    private final Instant end;
    private final TimeClass[] seconds;

    private PaintedSeconds(Instant begin, Instant end) {
        this.begin = begin;
        this.end = end;
        this.seconds = new TimeClass[(int) fullSeconds(begin, end)];
        Arrays.fill(seconds, TimeClass.TIME_CLASS_WAITING);
    }

    static Map<TimeClass, Long> of(ShiftEvents events, Instant begin, Instant end) {
        PaintedSeconds painted = new PaintedSeconds(begin, end);
        painted.paintReachability(events.reachability());
        painted.paintMoves(events.moves());
        painted.paintRests(events.work());
        painted.paintDrives(events.activity());
        return painted.sums();
    }

    private void paintReachability(List<LocationEvent> events) {
        Optional<Instant> since = Optional.empty();
        for (LocationEvent event : inTime(events)) {
            Instant at = Timestamps.instant(event.getEventTime());
            if (event.hasUnreachable() && since.isEmpty()) {
                since = Optional.of(at);
            } else if (event.hasReachable() && since.isPresent()) {
                paint(since.get(), at, TimeClass.TIME_CLASS_UNREACHABLE);
                since = Optional.empty();
            }
        }
        since.ifPresent(from -> paint(from, end, TimeClass.TIME_CLASS_UNREACHABLE));
    }

    private void paintMoves(List<MoveEvent> events) {
        Map<String, Instant> accepted = new TreeMap<>();
        for (MoveEvent event : sorted(events)) {
            Move move = event.getChanged().getMove();
            Instant at = Timestamps.instant(event.getEventTime());
            if (move.getKind() == MoveKind.MOVE_KIND_REST) {
                continue;
            }
            switch (move.getState()) {
                case MOVE_STATE_ACCEPTED -> accepted.putIfAbsent(move.getMoveId(), at);
                case MOVE_STATE_DECLINED,
                        MOVE_STATE_EXPIRED,
                        MOVE_STATE_SUPERSEDED,
                        MOVE_STATE_ARRIVED ->
                        Optional.ofNullable(accepted.remove(move.getMoveId()))
                                .ifPresent(from -> paint(from, at, TimeClass.TIME_CLASS_MOVING));
                case MOVE_STATE_PROPOSED, MOVE_STATE_UNSPECIFIED, UNRECOGNIZED -> {}
            }
        }
        accepted.values().forEach(from -> paint(from, end, TimeClass.TIME_CLASS_MOVING));
    }

    private static List<MoveEvent> sorted(List<MoveEvent> events) {
        return events.stream()
                .sorted(
                        Comparator.comparingLong(
                                (MoveEvent event) -> event.getChanged().getMove().getVersion()))
                .toList();
    }

    private void paintDrives(List<ActivityEvent> events) {
        TimeClass doing = TimeClass.TIME_CLASS_WAITING;
        Instant since = begin;
        for (ActivityEvent event :
                events.stream()
                        .sorted(Comparator.comparingLong(ActivityEvent::getVersion))
                        .toList()) {
            Instant at = Timestamps.instant(event.getEventTime());
            if (doing != TimeClass.TIME_CLASS_WAITING) {
                paint(since, at, doing);
            }
            since = at;
            doing =
                    switch (event.getEventCase()) {
                        case ACCEPTED, ARRIVED -> TimeClass.TIME_CLASS_TO_CUSTOMER;
                        case PICKED_UP -> TimeClass.TIME_CLASS_DRIVING;
                        case COMMANDED, REFUSED, COMPLETED, CANCELLED, EVENT_NOT_SET ->
                                TimeClass.TIME_CLASS_WAITING;
                    };
        }
        if (doing != TimeClass.TIME_CLASS_WAITING) {
            paint(since, end, doing);
        }
    }

    private void paintRests(List<WorkEvent> events) {
        Optional<Instant> since = Optional.empty();
        for (WorkEvent event :
                events.stream().sorted(Comparator.comparingLong(WorkEvent::getVersion)).toList()) {
            Instant at = Timestamps.instant(event.getEventTime());
            if (event.hasRested()) {
                since = Optional.of(at);
            } else if ((event.hasResumed() || event.hasEnded()) && since.isPresent()) {
                paint(since.get(), at, TimeClass.TIME_CLASS_RESTING);
                since = Optional.empty();
            }
        }
        since.ifPresent(from -> paint(from, end, TimeClass.TIME_CLASS_RESTING));
    }

    private static List<LocationEvent> inTime(List<LocationEvent> events) {
        return events.stream()
                .sorted(
                        Comparator.comparing((LocationEvent event) ->
                                        Timestamps.instant(event.getEventTime()))
                                .thenComparing(LocationEvent::hasReachable))
                .toList();
    }

    private void paint(Instant from, Instant to, TimeClass timeClass) {
        int first = second(from);
        int last = second(to);
        if (first < last) {
            Arrays.fill(seconds, first, last, timeClass);
        }
    }

    private int second(Instant at) {
        return (int) Math.min(fullSeconds(begin, at), seconds.length);
    }

    /** Counts a begun second as a whole one; 0 if the end comes first. */
    private static long fullSeconds(Instant begin, Instant end) {
        Duration passed = Duration.between(begin, end);
        return Math.max(0, passed.plusSeconds(1).minusNanos(1).toSeconds());
    }

    private Map<TimeClass, Long> sums() {
        Map<TimeClass, Long> sums = new EnumMap<>(TimeClass.class);
        for (TimeClass timeClass : seconds) {
            sums.merge(timeClass, 1L, Long::sum);
        }
        return sums;
    }
}
