package dev.supporters.oracle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.supporters.proto.events.call.v1.CallEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The first time that a call waited for a commission driver. Later ones, after a supporter gave it back, are left out: the legacy system
 * may not have heard of that supporter, and then it offers the call all the time.
 *
 * @param begin when it was written that the call goes to general dispatch
 * @param end when the next thing was written of it, of whatever kind; the last moment of the night, if there was nothing more
 */
public record GeneralStay(String callId, Instant begin, Instant end) {

    /** Those of all calls, in the order of their ids. */
    public static List<GeneralStay> of(EventLog log) {
        Instant last =
                log.calls().stream().map(log::written).max(Instant::compareTo).orElse(Instant.MIN);
        List<GeneralStay> stays = new ArrayList<>();
        log.calls().stream()
                .collect(groupingBy(CallEvent::getCallId, TreeMap::new, toList()))
                .forEach((callId, events) -> add(log, callId, events, last, stays));
        return stays;
    }

    private static void add(
            EventLog log,
            String callId,
            List<CallEvent> events,
            Instant last,
            List<GeneralStay> stays) {
        List<CallEvent> inOrder =
                events.stream().sorted(Comparator.comparingLong(CallEvent::getVersion)).toList();
        for (int i = 0; i < inOrder.size(); i++) {
            if (inOrder.get(i).hasSentToGeneral()) {
                Instant end = i + 1 < inOrder.size() ? log.written(inOrder.get(i + 1)) : last;
                stays.add(new GeneralStay(callId, log.written(inOrder.get(i)), end));
                return;
            }
        }
    }
}
