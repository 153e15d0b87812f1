package dev.supporters.oracle.invariant;

import dev.supporters.oracle.NightHistory;
import dev.supporters.oracle.NightHistory.LegacyCallRecord;
import dev.supporters.proto.events.call.v1.CallEvent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Each call ends, once; also one that only the legacy system or only its customer knows. */
final class CallWithoutEnd implements Invariant {

    @Override
    public String name() {
        return "a call without an end";
    }

    @Override
    public List<String> violations(NightHistory history) {
        List<String> violations = new ArrayList<>();
        Map<String, Integer> ends = new TreeMap<>();
        for (CallEvent event : history.log().calls()) {
            ends.merge(event.getCallId(), event.hasEnded() ? 1 : 0, Integer::sum);
        }
        ends.forEach((callId, number) -> {
            if (number != 1) {
                violations.add("call " + callId + " has " + number + " ends");
            }
        });
        Set<String> known = new HashSet<>(ends.keySet());
        for (LegacyCallRecord legacy : history.legacyCalls()) {
            if (known.add(legacy.callId()) && !legacy.ended()) {
                violations.add(
                        "call "
                                + legacy.callId()
                                + " is "
                                + legacy.state()
                                + " at the legacy system");
            }
        }
        history.outcome().calls().keySet().stream()
                .filter(callId -> !known.contains(callId))
                .sorted()
                .forEach(callId ->
                        violations.add("call " + callId + " is known to its customer only"));
        return violations;
    }
}
