package dev.supporters.oracle.invariant;

import dev.supporters.oracle.EventTimes;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All events of one command in the activity topic. */
record CommandHistory(
        String commandId, String callId, String driverId, List<ActivityEvent> events) {

    /** Of each command, in the order in which they were given. */
    static Collection<CommandHistory> of(List<ActivityEvent> activity) {
        Map<String, CommandHistory> byCommand = new LinkedHashMap<>();
        for (ActivityEvent event : sorted(activity)) {
            byCommand
                    .computeIfAbsent(
                            event.getCommandId(),
                            id ->
                                    new CommandHistory(
                                            id,
                                            event.getCallId(),
                                            event.getDriverId(),
                                            new ArrayList<>()))
                    .events()
                    .add(event);
        }
        return byCommand.values();
    }

    /** By time, events of one driver by version; at the same moment, what ends something comes first. */
    private static List<ActivityEvent> sorted(List<ActivityEvent> activity) {
        return activity.stream()
                .sorted(
                        Comparator.comparing((ActivityEvent event) ->
                                        EventTimes.instant(event.getEventTime()))
                                .thenComparing(event -> !closes(event))
                                .thenComparingLong(ActivityEvent::getVersion))
                .toList();
    }

    static boolean closes(ActivityEvent event) {
        return event.hasRefused() || event.hasCompleted() || event.hasCancelled();
    }

    Instant begin() {
        return EventTimes.instant(events.getFirst().getEventTime());
    }

    /** Instant.MAX while it lives. */
    Instant end() {
        return events.stream()
                .filter(CommandHistory::closes)
                .map(event -> EventTimes.instant(event.getEventTime()))
                .findFirst()
                .orElse(Instant.MAX);
    }

    boolean accepted() {
        return events.stream().anyMatch(ActivityEvent::hasAccepted);
    }

    /** Accepted, and not given up afterwards. */
    boolean kept() {
        return accepted() && events.stream().noneMatch(ActivityEvent::hasCancelled);
    }

    boolean overlaps(CommandHistory later) {
        return later.begin().isBefore(end());
    }
}
