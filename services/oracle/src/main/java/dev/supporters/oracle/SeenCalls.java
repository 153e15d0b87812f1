package dev.supporters.oracle;

import dev.supporters.proto.events.call.v1.CallEvent;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What customers saw of the calls that were requested within a window.
 *
 * @param completed those that they saw completed
 */
public record SeenCalls(long requested, long completed) {

    private static final String COMPLETED = "COMPLETED";

    /**
     * Of a night.
     *
     * @param begin of the window
     * @param end of the window; not in it
     */
    public static SeenCalls of(NightHistory history, Instant begin, Instant end) {
        Set<String> inside =
                history.log().calls().stream()
                        .filter(CallEvent::hasRequested)
                        .filter(event -> inside(event, begin, end))
                        .map(CallEvent::getCallId)
                        .filter(history.outcome().calls()::containsKey)
                        .collect(Collectors.toSet());
        return new SeenCalls(
                inside.size(),
                inside.stream()
                        .filter(id -> history.outcome().calls().get(id).equals(COMPLETED))
                        .count());
    }

    private static boolean inside(CallEvent event, Instant begin, Instant end) {
        Instant time = EventTimes.instant(event.getEventTime());
        return !time.isBefore(begin) && time.isBefore(end);
    }
}
