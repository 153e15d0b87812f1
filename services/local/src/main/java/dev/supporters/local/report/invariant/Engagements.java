package dev.supporters.local.report.invariant;

import dev.supporters.local.report.Times;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One command's way through the activity topic. */
record Engagements(String commandId, String callId, String driverId, List<ActivityEvent> events) {

    /** Of each command, in the order in which they were given. */
    static Collection<Engagements> of(List<ActivityEvent> activity) {
        Map<String, Engagements> byCommand = new LinkedHashMap<>();
        for (ActivityEvent event : sorted(activity)) {
            byCommand
                    .computeIfAbsent(
                            event.getCommandId(),
                            id ->
                                    new Engagements(
                                            id,
                                            event.getCallId(),
                                            event.getDriverId(),
                                            new ArrayList<>()))
                    .events()
                    .add(event);
        }
        return byCommand.values();
    }

    /** By time; of one driver by version; at one moment what ends something comes first. */
    private static List<ActivityEvent> sorted(List<ActivityEvent> activity) {
        return activity.stream()
                .sorted(
                        Comparator.comparing((ActivityEvent event) ->
                                        Times.instant(event.getEventTime()))
                                .thenComparing(event -> !closes(event))
                                .thenComparingLong(ActivityEvent::getVersion))
                .toList();
    }

    static boolean closes(ActivityEvent event) {
        return event.hasRefused() || event.hasCompleted() || event.hasCancelled();
    }

    Instant begin() {
        return Times.instant(events.getFirst().getEventTime());
    }

    /** Instant.MAX while it lives. */
    Instant end() {
        return events.stream()
                .filter(Engagements::closes)
                .map(event -> Times.instant(event.getEventTime()))
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

    boolean overlaps(Engagements later) {
        return later.begin().isBefore(end());
    }
}
